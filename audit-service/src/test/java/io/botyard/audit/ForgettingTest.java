package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Chains;
import io.botyard.audit.bed.Door;
import io.botyard.audit.bed.OldNews;
import io.botyard.audit.bed.Outcomes;
import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Operations and ids of events go when they are old, in small steps, and nothing is counted or recorded twice by it. */
@Tag("faults")
class ForgettingTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Map<String, Object> FORGETS = Map.of("botyard.audit.retention-every", "200ms");
    private static final String OLD_EVENTS = "audit.seen_events WHERE recorded_at < now() - interval '35 days'";
    private static final String CALLS = "audit.operations WHERE kind = 'call_method'";
    private static final int BACKLOG = 200_000;
    private static final int AT_ONCE = 1_000;

    @AutoClose
    private final AuditBed bed = AuditBed.fresh();

    private final OldNews old = new OldNews(bed);

    @Test
    void whatIsYoungerStaysEvenIfTheServicesRoleAsksForIt() throws SQLException {
        bed.start();
        old.event(Duration.ofDays(34));
        old.event(Duration.ofDays(36));
        old.operation(Duration.ofDays(6), Duration.ofDays(6));
        old.operation(Duration.ofDays(8), Duration.ofDays(6));
        old.operation(Duration.ofDays(8), Duration.ofDays(8));
        old.unfinishedOperation(Duration.ofDays(30));
        try (var connection = bed.database().connectAs(DatabaseLayout.AUDIT);
                var sql = connection.createStatement()) {
            for (var table : new String[] {"events", "operations"}) {
                try (var step = sql.executeQuery(
                        "SELECT dropped FROM audit.forget_" + table + "(now() + interval '1 year', 0)")) {
                    assertThat(step.next()).isTrue();
                    assertThat(step.getInt(1)).isEqualTo(1);
                }
            }
            assertThatThrownBy(() -> sql.execute("DELETE FROM audit.seen_events"))
                    .hasMessageContaining("denied");
        }
        assertThat(bed.count("audit.seen_events WHERE recorded_at > now() - interval '35 days'"))
                .isEqualTo(1);
        assertThat(bed.count("audit.operations")).isEqualTo(3);
        assertThat(bed.count("audit.operations WHERE finished_at IS NULL")).isEqualTo(1);
    }

    @Test
    void anEventToldAgainWithin35DaysIsRecordedOnce() {
        var instance = bed.start(FORGETS);
        var event = registered(newCommand(), 41);
        bed.tell().send(Topic.BOT_EVENTS, event);
        await().atMost(LONG).until(() -> bed.count("audit.seen_events") == 1);
        bed.sql()
                .sql("UPDATE audit.seen_events SET recorded_at = now() - interval '34 days'")
                .update();
        old.isGoneFromKafka();
        old.event(Duration.ofDays(36));
        await().atMost(LONG).until(() -> bed.count("audit.seen_events") == 1);
        bed.tell().send(Topic.BOT_EVENTS, event, registered(newCommand(), 41));
        await().atMost(LONG).until(() -> bed.count("audit.entries") == 2);
        await().atMost(LONG).until(bed::everythingIsRead);
        assertThat(Chains.of(instance, 41)).hasSize(2);
    }

    @Test
    void whatKafkaStillTellsIsCountedOnceHoweverOldItIsAndFromWhereverItIsReadAgain() {
        var instance = bed.start(FORGETS);
        var aged = Duration.ofDays(9);
        bed.tell().send(Topic.BOT_EVENTS, events(100));
        old.tell(Topic.BOT_OUTCOMES, Outcomes.manyOf(10, 50, bed.gateway().now().minus(aged), 1), aged);
        await().atMost(LONG).until(bed::everythingIsRead);
        old.operation(Duration.ofDays(20), Duration.ofDays(20));
        await().atMost(LONG).until(() -> bed.count("audit.operations") == 50);
        readEverythingAgain();
        await().atMost(LONG).until(bed::everythingIsRead);
        assertThat(uses()).isEqualTo(50);
        assertThat(bed.count(CALLS)).isEqualTo(50);
        old.isGoneFromKafka();
        await().atMost(LONG).until(() -> bed.count(CALLS) == 0);
        readEverythingAgain();
        assertThat(uses()).isEqualTo(50);
        assertThat(instance.getBean(MeterRegistry.class)
                        .get("botyard.audit.forgotten.operations")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(51);
    }

    @Test
    void anOperationThatWasForgottenLooksLikeOneThatNeverWas() {
        var instance = bed.start(FORGETS);
        var finished = old.operation(Duration.ofDays(8), Duration.ofDays(8));
        var parked = old.unfinishedOperation(Duration.ofDays(30));
        var token = bed.gateway().token(OldNews.USER, "user");
        await().atMost(LONG).until(() -> bed.count("audit.operations") == 1);
        var gone = Door.of(instance).get("/operations/" + finished, token);
        var never = Door.of(instance).get("/operations/" + newCommand(), token);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).isEqualTo(never.body());
        assertThat(Door.of(instance).get("/operations/" + parked, token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLongBacklogGoesInStepsOfAThousandRows() throws SQLException {
        bed.start();
        old.events(BACKLOG, Duration.ofDays(36));
        old.operations(BACKLOG, Duration.ofDays(8));
        for (var table : new String[] {"events", "operations"}) {
            assertThat(old.forgetStepByStep(table))
                    .allSatisfy(dropped -> assertThat(dropped).isBetween(0, AT_ONCE))
                    .hasSizeGreaterThanOrEqualTo(BACKLOG / AT_ONCE);
        }
        assertThat(bed.count("audit.seen_events")).isZero();
        assertThat(bed.count("audit.operations")).isZero();
    }

    @Test
    void twoInstancesForgetBesideIngestionAndDisturbNothing() {
        var first = bed.start(FORGETS);
        bed.start(FORGETS);
        old.events(BACKLOG, Duration.ofDays(36));
        var calls = Outcomes.manyOf(30, 3_000, bed.gateway().now(), 2);
        for (var round = 0; round < 10; round++) {
            bed.tell().send(Topic.BOT_EVENTS, events(300));
            bed.tell().send(Topic.BOT_OUTCOMES, calls);
            if (round == 0) {
                assertThat(bed.count(OLD_EVENTS)).isBetween(1L, BACKLOG - 1L);
            }
        }
        await().atMost(LONG).until(bed::everythingIsRead);
        await().atMost(LONG).until(() -> bed.count(OLD_EVENTS) == 0);
        assertThat(bed.count("audit.seen_events")).isEqualTo(3_000);
        assertThat(bed.count("audit.entries")).isEqualTo(3_000);
        assertThat(uses()).isEqualTo(3_000);
        IntStream.rangeClosed(1, 30).forEach(user -> Chains.assertIntact(first, user));
    }

    private void readEverythingAgain() {
        var entries = bed.count("audit.entries");
        bed.sql().sql("UPDATE audit.positions SET next = 0").update();
        bed.tell().send(Topic.BOT_EVENTS, events(30));
        await().atMost(LONG).until(() -> bed.count("audit.entries") == entries + 30);
    }

    private long uses() {
        return bed.sql()
                .sql("SELECT sum(total_requests) FROM audit.usage")
                .query(Long.class)
                .single();
    }

    private static Message[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> registered(newCommand(), 1 + i % 30))
                .toArray(Message[]::new);
    }
}
