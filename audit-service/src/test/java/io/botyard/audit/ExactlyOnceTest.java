package io.botyard.audit;

import static io.botyard.audit.bed.Happenings.loggedIn;
import static io.botyard.audit.bed.Happenings.newCommand;
import static io.botyard.audit.bed.Happenings.registered;
import static io.botyard.audit.bed.Happenings.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.audit.bed.AuditBed;
import io.botyard.audit.bed.Chains;
import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.Actors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rule 6: every change of state has exactly one trail entry, whatever happens to the instance that writes it. */
@Tag("faults")
class ExactlyOnceTest {
    private static final int USERS = 20;
    private static final Duration LONG = Duration.ofSeconds(60);

    @AutoClose
    private final AuditBed bed = AuditBed.fresh();

    @Test
    void rule6AnEventToldTwiceIsOneEntry() {
        var event = registered(newCommand(), 41);
        var login = loggedIn(Actors.user(41));
        bed.tell().send(Topic.BOT_EVENTS, event, event);
        bed.tell().send(Topic.AUDIT_ACCESS, login, login);
        var instance = bed.start();
        bed.tell().send(Topic.BOT_EVENTS, event, registered(newCommand(), 41));
        awaitRead();
        assertThat(Chains.of(instance, 41)).hasSize(3);
        Chains.assertIntact(instance, 41);
    }

    @Test
    void rule6AnInstanceStoppedInTheMiddleOfAStreamLosesAndDoublesNothing() {
        bed.tell().send(Topic.BOT_EVENTS, events(4000));
        var first = bed.start(Map.of("botyard.audit.ingestion.max-batch", 50));
        await().atMost(LONG).until(() -> bed.count("audit.entries") > 300);
        first.close();
        var halfWay = bed.count("audit.entries");
        var second = bed.start();
        awaitRead();
        assertThat(halfWay).isLessThan(4000);
        assertThat(bed.count("audit.entries")).isEqualTo(4000);
        IntStream.rangeClosed(1, USERS).forEach(user -> Chains.assertIntact(second, user));
    }

    @Test
    void rule6ReadingEverythingAgainFromTheStartChangesNothing() {
        bed.tell().send(Topic.BOT_EVENTS, events(600));
        bed.tell().send(Topic.BOT_OUTCOMES, calls(200));
        bed.start();
        awaitRead();
        var before = kept();
        // As after a restore of the positions alone: what was at hand is no longer this instance's to keep.
        bed.sql().sql("UPDATE audit.positions SET next = 0").update();
        bed.tell().send(Topic.BOT_EVENTS, registered(newCommand(), 99));
        await().atMost(LONG).until(() -> bed.count("audit.entries") == 601);
        awaitRead();
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void rule6TwoInstancesAtOnceMakeOneTrail() {
        bed.tell().send(Topic.BOT_EVENTS, events(2000));
        bed.start();
        var second = bed.start();
        bed.tell().send(Topic.BOT_EVENTS, events(2000));
        awaitRead();
        assertThat(bed.count("audit.entries")).isEqualTo(4000);
        IntStream.rangeClosed(1, USERS).forEach(user -> Chains.assertIntact(second, user));
    }

    @Test
    void usageCountsACallOnceHoweverOftenItIsTold() {
        var calls = calls(50);
        bed.tell().send(Topic.BOT_OUTCOMES, calls);
        bed.start();
        bed.tell().send(Topic.BOT_OUTCOMES, calls);
        awaitRead();
        assertThat(bed.sql()
                        .sql("SELECT sum(total_requests) FROM audit.usage WHERE id = 7")
                        .query(Long.class)
                        .single())
                .isEqualTo(50);
    }

    private static Message[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> registered(newCommand(), 1 + i % USERS))
                .toArray(Message[]::new);
    }

    private static Message[] calls(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> succeeded(newCommand(), 1 + i % USERS, "{\"message_id\":" + i + "}"))
                .toArray(Message[]::new);
    }

    private void awaitRead() {
        await().atMost(LONG).until(() -> bed.everythingIsRead());
    }

    private List<@Nullable String> kept() {
        return bed.sql().sql("""
                        SELECT user_id || ' ' || seq || ' ' || hash FROM audit.entries WHERE user_id <> 99
                        UNION ALL SELECT operation_id || ' ' || status || ' ' || coalesce(result, '') FROM audit.operations
                            WHERE user_id <> 99
                        UNION ALL SELECT user_id || ' ' || id || ' ' || total_requests FROM audit.usage
                        ORDER BY 1""").query(String.class).list();
    }
}
