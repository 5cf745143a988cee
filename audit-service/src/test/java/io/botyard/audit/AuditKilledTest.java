package io.botyard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Chains;
import io.botyard.audit.bed.Deluge;
import io.botyard.audit.bed.Door;
import io.botyard.testkit.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule 6: every change of state has exactly one trail entry, whatever is killed or frozen while many are recorded; and
 * every request is counted once.
 */
class AuditKilledTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Map<String, Object> SIGNING_OFTEN = Map.of("botyard.audit.heads.every", "2s");

    @TempDir
    private Path directory;

    private AuditBed bed;
    private ServiceProcess one;
    private ServiceProcess other;

    @BeforeEach
    void setUp() {
        bed = AuditBed.killable();
        one = bed.process(SIGNING_OFTEN, directory.resolve("one.log"));
        other = bed.process(SIGNING_OFTEN, directory.resolve("other.log"));
    }

    @AfterEach
    void tearDown() {
        one.end();
        other.end();
        bed.close();
        bed.database().stopServer();
    }

    @Test
    @Tag("faults")
    void rule6KillingAndFreezingEverythingMakesOneEntryEach() {
        everythingOnce(15_000);
    }

    @Test
    @Tag("endurance")
    void rule6KillingAndFreezingEverythingMakesOneEntryEachOf300000() {
        everythingOnce(300_000);
    }

    private void everythingOnce(int many) {
        both(ServiceProcess::start);
        var told = CompletableFuture.runAsync(() -> new Deluge(bed.tell()).pour(many));
        var began = System.nanoTime();
        disasters(many);
        told.join();
        awaitRead();
        print("through six disasters", bed.read(), began);
        assertComplete(many);

        var before = kept();
        both(ServiceProcess::end);
        bed.sql().sql("UPDATE audit.positions SET next = 0").update();
        began = System.nanoTime();
        both(ServiceProcess::start);
        awaitRead();
        print("read again from the start", bed.read(), began);
        assertThat(kept()).isEqualTo(before);

        both(ServiceProcess::end);
        new Deluge(bed.tell()).pour(many);
        var behind = bed.read();
        began = System.nanoTime();
        one.start();
        awaitRead();
        print("caught up by one instance after it was away", bed.read() - behind, began);
        assertComplete(2 * many);
        one.end();
        assertIntact(2 * many);
    }

    /** Each comes when some more has been recorded. */
    private void disasters(int many) {
        var step = many / 8L;
        awaitReadUpTo(step);
        one.kill();
        one.start();
        awaitReadUpTo(2 * step);
        bed.broker().kill();
        bed.broker().start();
        awaitReadUpTo(3 * step);
        bed.database().killServer();
        bed.database().startServer();
        awaitReadUpTo(4 * step);
        other.freeze();
        awaitReadUpTo(5 * step);
        other.thaw();
        awaitReadUpTo(6 * step);
        both(ServiceProcess::kill);
        bed.database().killServer();
        bed.broker().kill();
        bed.broker().start();
        bed.database().startServer();
        both(ServiceProcess::start);
    }

    private void assertComplete(int many) {
        assertThat(each("SELECT count(*) || ' of ' || max(seq) FROM audit.entries WHERE user_id > 0 GROUP BY user_id"))
                .hasSize(Deluge.USERS)
                .containsOnly(Deluge.entriesOfEach(many) + " of " + Deluge.entriesOfEach(many));
        assertThat(each("SELECT sum(total_requests)::text FROM audit.usage WHERE user_id > 0 GROUP BY user_id"))
                .hasSize(Deluge.USERS)
                .containsOnly(Long.toString(Deluge.requestsOfEach(many)));
    }

    /** By their hashes, and by what was signed of them. */
    private void assertIntact(int many) {
        var instance = bed.start(SIGNING_OFTEN);
        LongStream.rangeClosed(1, Deluge.USERS).forEach(user -> Chains.assertIntact(instance, user));
        await().atMost(LONG).untilAsserted(() -> {
            var answer = Door.json(Door.of(instance)
                    .get("/audit/verify?user_id=1", bed.gateway().token(1, "admin")));
            assertThat(answer.path("verdict").stringValue()).isEqualTo("intact");
            assertThat(answer.path("entries").longValue()).isEqualTo(Deluge.entriesOfEach(many));
            assertThat(answer.path("unsigned_entries").longValue()).isZero();
        });
    }

    private List<@Nullable String> kept() {
        return each("""
                SELECT user_id || ' ' || seq || ' ' || hash FROM audit.entries WHERE user_id > 0
                UNION ALL SELECT operation_id || ' ' || status || ' ' || coalesce(result, '') FROM audit.operations
                UNION ALL SELECT user_id || ' ' || id || ' ' || total_requests FROM audit.usage
                ORDER BY 1""");
    }

    private List<@Nullable String> each(String query) {
        return bed.sql().sql(query).query(String.class).list();
    }

    private void awaitReadUpTo(long records) {
        await().atMost(LONG).ignoreExceptions().until(() -> bed.read() >= records);
    }

    private void awaitRead() {
        await().atMost(LONG).ignoreExceptions().until(() -> bed.everythingIsRead());
    }

    private void both(Consumer<ServiceProcess> what) {
        what.accept(one);
        what.accept(other);
    }

    private static void print(String what, long records, long began) {
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%d records %s in %.1f s, %.0f a second%n", records, what, seconds, records / seconds);
    }
}
