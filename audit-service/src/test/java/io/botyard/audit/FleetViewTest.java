package io.botyard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Door;
import io.botyard.audit.bed.Workers;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.Commands;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** How the workers stand, as their rows and Kafka have it, whether any of them runs or not. */
class FleetViewTest {
    private static final String LAG_KEPT = "botyard.audit.fleet.lag-kept";

    /** How fast a busy machine's broker answers is not what is tested. */
    private static final Map<String, Object> PATIENTLY = Map.of(LAG_KEPT, "0s", "botyard.audit.fleet.patience", "60s");

    private static final Duration LONG = Duration.ofSeconds(60);
    /** More than is fetched of a partition at once. */
    private static final String LARGE = "m".repeat(100_000);

    private final AuditBed bed = AuditBed.fresh();
    private final Commands commands = Commands.by(Clock.systemUTC());

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void anAdminSeesWhoHoldsWhatWhoIsSilentAndWhatNobodyHolds() {
        var workers = Workers.in(bed);
        workers.said("lively", Duration.ofSeconds(3), 40);
        workers.said("frozen", Duration.ofSeconds(40), 7);
        workers.said("long-gone", Duration.ofHours(25), 9);
        workers.holds("lively", 0, Duration.ofMinutes(1));
        workers.holds("frozen", 1, Duration.ofSeconds(-30));
        workers.holds("speechless", 2, Duration.ofMinutes(1));
        workers.gate(1, "", Duration.ofMinutes(1));
        workers.gate(1, "42", Duration.ofMinutes(1));
        workers.gate(2, "42", Duration.ofSeconds(-1));

        var fleet = fleet(bed.start(PATIENTLY));
        assertThat(fleet.path("partitions").asInt()).isEqualTo(AuditBed.PARTITIONS);
        assertThat(numbers(fleet.path("unowned_partitions"))).containsExactly(1);
        assertThat(fleet.path("gates_open").asInt()).isEqualTo(2);
        assertThat(Instant.parse(fleet.path("at").asString()))
                .isCloseTo(bed.gateway().now(), within(60, ChronoUnit.SECONDS));
        var listed = fleet.path("workers");
        assertThat(listed.valueStream().map(worker -> worker.path("worker").asString()))
                .containsExactly("frozen", "lively", "speechless");
        assertThat(listed.get(0).toString()).contains("\"silent\":true,\"partitions\":[],\"resident_bots\":7");
        var lively = listed.get(1);
        assertThat(lively.path("host").asString()).isEqualTo("host-of-lively");
        assertThat(lively.path("started_at").asString()).isEqualTo("2026-03-01T12:00:00.000Z");
        assertThat(lively.path("silent").asBoolean()).isFalse();
        assertThat(numbers(lively.path("partitions"))).containsExactly(0);
        assertThat(lively.path("resident_bots").asInt()).isEqualTo(40);
        assertThat(lively.path("calls_under_way").asInt()).isEqualTo(41);
        assertThat(lively.path("parked_calls").asInt()).isEqualTo(42);
        assertThat(listed.get(2).toString())
                .isEqualTo("{\"worker\":\"speechless\",\"host\":null,\"started_at\":null,\"seen_at\":null,"
                        + "\"silent\":true,\"partitions\":[2],\"resident_bots\":null,\"calls_under_way\":null,"
                        + "\"parked_calls\":null}");
    }

    @Test
    void whatWaitsIsCountedAndItsAgeIsThatOfTheOldestAlsoWhileNoWorkerHasEverRun() {
        var workers = Workers.in(bed);
        var instance = bed.start(PATIENTLY);
        assertLag(instance, Topic.BOT_COMMANDS, 0, null);
        assertLag(instance, Topic.BOT_CALLS, 0, null);

        var hourAgo = bed.gateway().now().minusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        for (var partition = 0; partition < AuditBed.PARTITIONS; partition++) {
            for (var minute = 0; minute < 4; minute++) {
                workers.writtenAt(
                        Topic.BOT_CALLS,
                        hourAgo.plusSeconds(60L * minute + partition),
                        commands.sendMessage(Workers.userOf(partition), 7, "42", LARGE));
            }
        }
        assertLag(instance, Topic.BOT_CALLS, 12, hourAgo);
        assertLag(instance, Topic.BOT_COMMANDS, 0, null);

        workers.finished(Topic.BOT_CALLS, 0, 4);
        workers.finished(Topic.BOT_CALLS, 1, 3);
        workers.finished(Topic.BOT_CALLS, 2, 2);
        assertLag(instance, Topic.BOT_CALLS, 3, hourAgo.plusSeconds(60 * 2 + 2));
        workers.finished(Topic.BOT_CALLS, 1, 4);
        workers.finished(Topic.BOT_CALLS, 2, 4);
        assertLag(instance, Topic.BOT_CALLS, 0, null);
    }

    @Test
    void nobodyButAnAdminSeesItAndThereIsNothingToAskFor() {
        Workers.in(bed);
        var door = Door.of(bed.start());
        assertThat(door.get("/fleet").statusCode()).isEqualTo(401);
        assertThat(door.get("/fleet", bed.gateway().token(3, "user")).statusCode())
                .isEqualTo(403);
        assertThat(door.get("/fleet?worker=1", bed.gateway().token(1, "admin")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void beforeWorkersHaveMadeTheirViewsItIsNotKnown() {
        assertAway(get(bed.start()));
    }

    @Test
    @Tag("faults")
    void whileKafkaIsAwayItIsNotKnownAndNobodyWaitsForLong() {
        Workers.in(bed);
        var instance = bed.start(Map.of(LAG_KEPT, "0s"));
        await().atMost(LONG).until(() -> get(instance).statusCode() == 200);
        bed.broker().stop();
        var before = bed.gateway().now();
        assertAway(get(instance));
        assertThat(bed.gateway().now())
                .as("Kafka's clients alone wait for a minute")
                .isBefore(before.plusSeconds(30));
        bed.broker().start();
        await().atMost(LONG).until(() -> get(instance).statusCode() == 200);
    }

    private void assertLag(
            ConfigurableApplicationContext instance, Topic topic, long records, @Nullable Instant oldest) {
        var lag = fleet(instance)
                .path("lag")
                .valueStream()
                .filter(one -> one.path("topic").asString().equals(topic.topicName()))
                .findAny()
                .orElseThrow();
        assertThat(lag.path("records").asLong()).as(lag.toString()).isEqualTo(records);
        if (oldest == null) {
            assertThat(lag.path("oldest_at").isNull()).as(lag.toString()).isTrue();
            assertThat(lag.path("age_seconds").isNull()).as(lag.toString()).isTrue();
        } else {
            assertThat(Instant.parse(lag.path("oldest_at").asString())).isEqualTo(oldest);
            var age = Duration.between(oldest, bed.gateway().now()).toSeconds();
            assertThat(lag.path("age_seconds").asLong()).isBetween(age - 10, age);
        }
    }

    private static void assertAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
    }

    private static List<Integer> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::asInt).toList();
    }

    private JsonNode fleet(ConfigurableApplicationContext instance) {
        var answer = get(instance);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Door.json(answer);
    }

    private HttpResponse<String> get(ConfigurableApplicationContext instance) {
        return Door.of(instance).get("/fleet", bed.gateway().token(1, "admin"));
    }
}
