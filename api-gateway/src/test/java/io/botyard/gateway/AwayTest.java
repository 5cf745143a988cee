package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.UserRegistered;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TestBroker;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A part that is away costs what needs it, says so, and nothing is lost. */
@Tag("faults")
class AwayTest {

    @Test
    void whileKafkaIsAwayNothingIsPromisedAndRecordsWait() {
        var broker = TestBroker.fresh();
        var world = new World(broker, Map.of("botyard.gateway.commands.acknowledge-within", "1s"));
        try (world) {
            var tenant = world.tenant();
            world.schemas.bot(tenant.id(), "active", "30");
            broker.stop();

            var answer = tenant.http().post("/api/user-bot/messages", "{\"chat_id\":1,\"text\":\"hello\"}");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.field("code")).isIn("accept_unknown", "part_away");
            if (answer.field("code").equals("accept_unknown")) {
                assertThat(tenant.http()
                                .get("/api/operations/" + answer.field("operation_id"))
                                .field("status"))
                        .isEqualTo("accepted");
            }
            var keyed = tenant.http().with("Idempotency-Key", "away-1");
            var unsure = keyed.post("/api/user-bot/messages", "{\"chat_id\":2,\"text\":\"once\"}");
            assertThat(unsure.status()).isEqualTo(503);
            var late = world.tenant();
            assertThat(late.http().get("/api/auth/me").status()).isEqualTo(200);

            broker.start();
            await().atMost(60, SECONDS)
                    .untilAsserted(() -> assertThat(world.in(Topic.AUDIT_ACCESS, AccessEvent.class))
                            .filteredOn(event -> event.userId().equals(new UserId(late.id())))
                            .filteredOn(UserRegistered.class::isInstance)
                            .extracting(AccessEvent::messageId)
                            .hasSizeGreaterThanOrEqualTo(1)
                            .containsOnly(outboxId(world, late.id())));
            await().atMost(30, SECONDS)
                    .untilAsserted(() -> assertThat(world.schemas.count(
                                    "SELECT count(*) FROM identity.outbox WHERE published_at IS NULL"))
                            .isZero());
            await().atMost(30, SECONDS)
                    .untilAsserted(() -> assertThat(tenant.http()
                                    .post("/api/user-bot/messages", "{\"chat_id\":1,\"text\":\"hello\"}")
                                    .status())
                            .isEqualTo(202));
            var again = keyed.post("/api/user-bot/messages", "{\"chat_id\":2,\"text\":\"once\"}");
            assertThat(again.status()).isEqualTo(202);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(unsure.field("operation_id")).isIn("", again.field("operation_id"));
            assertThat(world.in(Topic.BOT_CALLS, CallMethod.class))
                    .filteredOn(call -> "2".equals(call.chatId()))
                    .extracting(call -> call.commandId().toString())
                    .containsOnly(again.field("operation_id"));
        } finally {
            broker.stop();
        }
    }

    private static UUID outboxId(World world, long user) {
        return UUID.fromString(world.schemas.text("SELECT id FROM identity.outbox WHERE type = 'user_registered'"
                + " AND body->>'user_id' = '" + user + "'"));
    }

    @Test
    void beforeWorkerAndAuditServiceMadeTheirViewsTheGatewaySaysWait() {
        var world = new World(TestBroker.shared(), Map.of());
        try (world) {
            var tenant = world.tenant();
            world.schemas.drop();
            var answer = tenant.http().get("/api/user-bot/status");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.text()).doesNotContain("bot_view");
        }
    }
}
