package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.UserId;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.LiveClient;
import io.botyard.gateway.testing.News;
import io.botyard.gateway.testing.SharesWorld;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.Actors;
import io.botyard.testkit.TopicWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told to whom. */
@SharesWorld
class LiveNewsTest {

    private static final byte[] POISON = "not a message".getBytes(StandardCharsets.UTF_8);

    private final World world = World.shared();
    private final TopicWriter worker = TopicWriter.to(world.broker.connection());
    private final World.Tenant one = world.tenant();
    private final World.Tenant other = world.tenant();

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void rule1TenantsWithCrossedIdsHearOfTheirOwnBotAlone() {
        try (var ofOne = listening(one);
                var ofOther = listening(other)) {
            // The row of each one's bot is the other one's user id.
            worker.send(Topic.BOT_EVENTS, News.verified(one.id(), other.id(), 1), News.refused(one.id()));
            worker.send(Topic.BOT_OUTCOMES, News.succeeded(one.id()));
            awaitBotAndOperations(ofOne, one, 1, 3);
            worker.send(Topic.BOT_EVENTS, News.verified(other.id(), one.id(), 1), News.refused(other.id()));
            worker.send(Topic.BOT_OUTCOMES, News.succeeded(other.id()));
            awaitBotAndOperations(ofOther, other, 1, 3);
            worker.send(Topic.BOT_EVENTS, News.removed(one.id(), other.id(), 2));
            awaitBotAndOperations(ofOne, one, 2, 4);
            assertThat(ofOne.users("bot", "operation")).containsOnly(one.id());
            assertThat(ofOther.users("bot", "operation")).containsOnly(other.id());
            assertThat(ofOne.frames("fleet")).isEmpty();
        }
    }

    @Test
    void aFrameHoldsIdsStatesAndCodesAndNoTexts() {
        try (var live = listening(one)) {
            var row = one.id() + 1000;
            var verified = News.verified(one.id(), row, 1);
            worker.send(Topic.BOT_EVENTS, verified);
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(live.frames("bot")).hasSize(1));
            var failed = News.failed(one.id());
            worker.send(Topic.BOT_OUTCOMES, failed, News.succeeded(one.id()));
            worker.send(Topic.BOT_EVENTS, News.refused(one.id()), News.removed(one.id(), row, 2));
            awaitBotAndOperations(live, one, 2, 5);
            assertThat(live.frames("bot").getFirst().toString())
                    .isEqualTo(
                            ("{\"type\":\"bot\",\"at\":\"2026-11-24T02:15:30.123Z\",\"data\":{\"user_id\":%d,\"id\":%d,"
                                            + "\"event\":\"bot_verified\",\"status\":\"active\",\"version\":1}}")
                                    .formatted(one.id(), row));
            assertThat(live.frames("bot").getLast().at("/data/status").isNull()).isTrue();
            assertThat(live.frames("operation").stream().map(Object::toString).toList())
                    .contains(
                            ("{\"type\":\"operation\",\"at\":\"2026-11-24T02:15:30.123Z\",\"data\":{\"operation_id\":\"%s\","
                                            + "\"user_id\":%d,\"kind\":\"call_method\",\"status\":\"failed\","
                                            + "\"error_code\":\"telegram_refused\"}}")
                                    .formatted(failed.head().commandId(), one.id()));
            assertThat(live.frames()).noneMatch(frame -> frame.toString().contains(News.TEXT));
        }
    }

    @Test
    void whatIsOlderThanWhatWasToldOrComesAgainIsIgnored() {
        try (var live = listening(one)) {
            var third = News.verified(one.id(), 50, 3);
            var call = News.succeeded(one.id());
            worker.send(Topic.BOT_EVENTS, third, News.verified(one.id(), 50, 2), third);
            worker.send(Topic.BOT_EVENTS, News.removed(one.id(), 50, 4));
            // The next bot counts anew, and something late of the first is no news of it.
            worker.send(Topic.BOT_EVENTS, News.verified(one.id(), 51, 1), News.verified(one.id(), 50, 5));
            worker.send(Topic.BOT_OUTCOMES, call, call);
            worker.send(Topic.BOT_EVENTS, News.removed(one.id(), 51, 2));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(live.about("bot", one.id()))
                            .extracting(data -> data.path("id").asLong() + "@"
                                    + data.path("version").asLong())
                            .containsExactly("50@3", "50@4", "51@1", "51@2"));
            worker.send(Topic.BOT_OUTCOMES, News.failed(one.id()));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(live.about("operation", one.id()))
                            .anyMatch(data -> data.path("status").asString().equals("failed")));
            assertThat(live.about("operation", one.id()))
                    .filteredOn(data -> data.path("operation_id")
                            .asString()
                            .equals(call.head().commandId().toString()))
                    .hasSize(1);
        }
    }

    @Test
    void anOperationIsToldToWhoeverAskedForIt() {
        var admin = Actors.admin(999_999);
        try (var live = listening(one)) {
            worker.send(
                    Topic.BOT_EVENTS,
                    News.accessed(one.id(), 60, 1, admin),
                    News.suspended(one.id(), 60, 2, admin),
                    News.refused(one.id()));
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(live.about("operation", one.id()))
                            .extracting(data -> data.path("error_code").asString())
                            .containsExactly("bot_already_exists"));
            assertThat(live.about("bot", one.id()))
                    .extracting(data -> data.path("status").asString())
                    .containsExactly("suspended");
        }
    }

    @Test
    void aRecordThatCannotBeReadIsSkippedAndCounted() {
        var key = new UserId(one.id()).toString();
        try (var live = listening(one)) {
            worker.sendRaw(new ProducerRecord<>(Topic.BOT_EVENTS.topicName(), key, POISON));
            worker.sendRaw(new ProducerRecord<>(Topic.BOT_EVENTS.topicName(), key, null));
            worker.sendRaw(new ProducerRecord<>(Topic.BOT_OUTCOMES.topicName(), key, POISON));
            worker.sendRaw(new ProducerRecord<>(Topic.BOT_OUTCOMES.topicName(), null, POISON));
            worker.send(Topic.BOT_EVENTS, News.verified(one.id(), 70, 1));
            worker.send(Topic.BOT_OUTCOMES, News.succeeded(one.id()));
            awaitBotAndOperations(live, one, 1, 2);
        }
        assertThat(world.gateway.management().get("/actuator/prometheus").text())
                .contains("botyard_live_skipped_total{topic=\"bot.events\"}")
                .contains("botyard_live_skipped_total{topic=\"bot.outcomes\"}");
    }

    @Test
    void whoeverComesLaterMissesNothingAfterReady() {
        for (var i = 1; i <= 20; i++) {
            try (var live = listening(one)) {
                var call = News.succeeded(one.id());
                worker.send(Topic.BOT_OUTCOMES, call);
                await().atMost(10, SECONDS)
                        .untilAsserted(() -> assertThat(live.about("operation", one.id()))
                                .extracting(data -> data.path("operation_id").asString())
                                .containsExactly(call.head().commandId().toString()));
            }
        }
    }

    private LiveClient listening(World.Tenant tenant) {
        return LiveClient.ready(world.gateway, world.token(tenant.email()));
    }

    private static void awaitBotAndOperations(LiveClient live, World.Tenant tenant, int bots, int operations) {
        await().atMost(10, SECONDS).untilAsserted(() -> {
            assertThat(live.about("bot", tenant.id())).hasSize(bots);
            assertThat(live.about("operation", tenant.id())).hasSize(operations);
        });
    }
}
