package io.botyard.audit.activity.streams;

import static io.botyard.audit.activity.streams.Ends.ADA;
import static io.botyard.audit.activity.streams.Ends.BOB;
import static io.botyard.audit.activity.streams.Stage.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.audit.bed.Happenings;
import io.botyard.contract.UserId;
import io.botyard.contract.event.ActivityCounted;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every outcome is counted once, in the minute in which its call ended. */
class CountingTest {
    private static final Duration TOLD = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofMinutes(5);
    private Stage stage;

    @BeforeEach
    void set(@TempDir Path directory) {
        stage = Stage.in(directory);
    }

    @AfterEach
    void strike() {
        stage.close();
    }

    @Test
    void aWindowSaysWhatBecameOfTheCallsThatEndedInIt() {
        stage.after(Duration.ofSeconds(50))
                .hears(
                        ADA.done(NOON, 25),
                        ADA.done(NOON.plusSeconds(49), 26),
                        ADA.throttledThenDone(NOON, 2),
                        ADA.answered(400, NOON),
                        ADA.answered(403, NOON),
                        ADA.answered(502, NOON),
                        ADA.unreachable(NOON),
                        ADA.unknown(NOON),
                        ADA.refused(NOON),
                        ADA.expired(NOON, 1),
                        ADA.done(NOON, 60_000),
                        ADA.parked(NOON));
        stage.after(TOLD);
        var windows = stage.windows();
        var counted = only(windows, 7);
        assertThat(counted)
                .isEqualTo(new ActivityCounted(
                        new UserId(7),
                        0,
                        NOON,
                        NOON.plus(MINUTE),
                        11,
                        9,
                        3,
                        2,
                        3,
                        List.of(5L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L),
                        25 + 26 + 20 + 3 * 10 + 60_000));
        assertThat(only(windows, 0).calls()).isEqualTo(11);
    }

    @Test
    void theFleetIsAllBotsTogether() {
        stage.hears(ADA.done(NOON, 5), BOB.done(NOON, 5), BOB.unknown(NOON)).after(TOLD);
        var windows = stage.windows();
        assertThat(only(windows, 7).sends()).isEqualTo(1);
        assertThat(only(windows, 8).sends()).isEqualTo(2);
        assertThat(only(windows, 0).sends()).isEqualTo(3);
        assertThat(only(windows, 0).failures()).isEqualTo(1);
    }

    @Test
    void aWindowIsToldAgainWhenItHasGrownAndElseNot() {
        stage.hears(ADA.done(NOON, 5)).after(TOLD);
        assertThat(stage.windows()).hasSize(2);
        stage.after(TOLD);
        assertThat(stage.windows()).isEmpty();
        stage.hears(ADA.done(NOON, 5)).after(TOLD);
        assertThat(only(stage.windows(), 7).sends()).isEqualTo(2);
    }

    @Test
    void anOutcomeCountsOnceHoweverOftenAndInWhateverWordsItIsTold() {
        var command = Happenings.newCommand();
        var outcome = ADA.unknown(command, NOON);
        stage.after(MINUTE.multipliedBy(2)).hears(outcome, outcome, ADA.done(command, NOON.plusSeconds(61), 5));
        stage.after(TOLD);
        var counted = only(stage.windows(), 7);
        assertThat(counted.from()).isEqualTo(NOON);
        assertThat(counted.calls()).isEqualTo(1);
        assertThat(counted.failures()).isEqualTo(1);
        assertThat(stage.count("botyard.activity.repeated")).isEqualTo(2);
    }

    @Test
    void anOutcomeIsRememberedForHalfAnHour() {
        var first = Happenings.newCommand();
        stage.hears(ADA.done(first, NOON, 5)).after(Duration.ofMinutes(30).minusMillis(1));
        stage.hears(BOB.done(stage.now(), 5), ADA.done(first, stage.now(), 5));
        assertThat(stage.count("botyard.activity.repeated")).isEqualTo(1);
    }

    @Test
    void whatIsLateCountsInItsWindowUntilTheGraceIsOver() {
        stage.after(MINUTE.plus(GRACE));
        stage.hears(BOB.done(stage.now().minusMillis(1), 5), ADA.done(NOON, 5)).after(TOLD);
        assertThat(only(stage.windows(), 7).from()).isEqualTo(NOON);
        assertThat(stage.count("botyard.activity.late")).isZero();
    }

    @Test
    void whatComesAfterTheGraceIsDroppedAndCounted() {
        stage.after(MINUTE.plus(GRACE));
        stage.hears(BOB.done(stage.now(), 5), ADA.done(NOON.plusSeconds(59), 5)).after(TOLD);
        assertThat(stage.windows()).noneMatch(window -> window.userId().value() == 7);
        assertThat(stage.count("botyard.activity.late")).isEqualTo(1);
    }

    @Test
    void aWorkerWhoseClockIsAheadMakesNobodyLate() {
        stage.after(Duration.ofSeconds(30));
        stage.hears(BOB.done(Instant.parse("2099-01-01T00:00:00Z"), 5), ADA.done(NOON, 5))
                .after(TOLD);
        var windows = stage.windows();
        assertThat(only(windows, 8).from()).isEqualTo(NOON);
        assertThat(only(windows, 7).from()).isEqualTo(NOON);
    }

    @Test
    void whatCannotBeReadOrCameByAnothersLaneIsPassedOverAndCounted() {
        var strange = new MessageCodec("/botyard/test").encode(Topic.BOT_OUTCOMES, ADA.done(NOON, 5));
        stage.hearsPoison()
                .hears("8", strange.headers(), strange.value())
                .hears(ADA.done(NOON, 5))
                .after(TOLD);
        assertThat(only(stage.windows(), 7).calls()).isEqualTo(1);
        assertThat(stage.count("botyard.activity.unreadable")).isEqualTo(2);
    }

    private static ActivityCounted only(List<ActivityCounted> windows, long user) {
        return windows.stream()
                .filter(window -> window.userId().value() == user)
                .reduce((one, other) -> {
                    throw new AssertionError("two windows of " + user + ": " + windows);
                })
                .orElseThrow();
    }
}
