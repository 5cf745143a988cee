package io.botyard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Outcomes;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.wire.Topic;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts are exact whichever instances come, go and die while they are made. */
@Tag("faults")
class CountingInstancesTest {
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int USERS = 20;
    private static final int CALLS = 6_000;

    @AutoClose
    private final AuditBed bed = AuditBed.fresh();

    @Test
    void anInstanceThatStopsHalfWayAndOneThatJoinsCountEverythingOnce() {
        var first = bed.startCounting();
        bed.startCounting();
        send(1);
        await().atMost(LONG).until(() -> counted() > 0);
        send(2);
        first.close();
        bed.startCounting();
        send(3);
        awaitCounted(3 * CALLS);
    }

    @Test
    void anInstanceKilledWhileItCountsLosesAndDoublesNothing(@TempDir Path directory) {
        var killed = bed.process(AuditBed.counting(), directory.resolve("instance.log"));
        try {
            killed.start();
            bed.startCounting();
            send(1);
            await().atMost(LONG).until(() -> counted() == CALLS);
            send(2);
            await().atMost(LONG).until(() -> counted() > CALLS);
            killed.kill();
            send(3);
            bed.tell()
                    .send(
                            Topic.BOT_OUTCOMES,
                            Outcomes.failures(77, 5, bed.gateway().now()).toArray(CallOutcome[]::new));
            awaitCounted(3 * CALLS + 5);
        } finally {
            killed.end();
        }
        await().atMost(LONG)
                .until(() -> bed.count("audit.entries WHERE action = 'bot_health_changed' AND user_id = 77") == 1);
        assertThat(bed.count("audit.bot_health WHERE health = 'unhealthy'")).isEqualTo(1);
    }

    private void send(long seed) {
        bed.tell()
                .send(
                        Topic.BOT_OUTCOMES,
                        Outcomes.manyOf(USERS, CALLS, bed.gateway().now(), seed));
    }

    private void awaitCounted(long calls) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            assertThat(counted()).isEqualTo(calls);
            assertThat(sum("user_id > 0")).isEqualTo(calls);
        });
        // Nor do they grow any more when everything is told once more.
        await().during(Duration.ofSeconds(3))
                .atMost(LONG)
                .until(() -> counted() == calls && sum("user_id > 0") == calls);
        assertThat(bed.sql()
                        .sql("SELECT count(*) FROM (SELECT user_id FROM audit.activity WHERE user_id BETWEEN 1 AND ? "
                                + "GROUP BY user_id HAVING sum(sends) = ?) exact")
                        .params(USERS, 3 * CALLS / USERS)
                        .query(Long.class)
                        .single())
                .isEqualTo(USERS);
    }

    private long counted() {
        return sum("user_id = 0");
    }

    private long sum(String which) {
        return bed.sql()
                .sql("SELECT coalesce(sum(calls), 0) FROM audit.activity WHERE " + which)
                .query(Long.class)
                .single();
    }
}
