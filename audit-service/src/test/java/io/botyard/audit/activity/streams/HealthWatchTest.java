package io.botyard.audit.activity.streams;

import static io.botyard.contract.event.BotHealth.DEGRADED;
import static io.botyard.contract.event.BotHealth.HEALTHY;
import static io.botyard.contract.event.BotHealth.UNHEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotRowId;
import io.botyard.contract.event.BotHealth;
import io.botyard.contract.event.BotHealthChanged;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** When a bot is called degraded or unhealthy, at the edge of each rule, and when it is well again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthWatchTest {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private Stage stage;
    private Ends bot = new Ends(1, 41);

    @BeforeAll
    void set(@TempDir Path directory) {
        stage = Stage.in(directory);
    }

    @AfterAll
    void strike() {
        stage.close();
    }

    /** Bots of other users are none of its business: that holds here, too. */
    @BeforeEach
    void another() {
        bot = new Ends(bot.user() + 1, 41);
    }

    @Test
    void twoFailuresOfTenAreDegraded() {
        hears("fddddfdddd");
        assertThat(became()).containsExactly(DEGRADED);
    }

    @Test
    void oneOfTenIsNot() {
        hears("fddddddddd");
        assertThat(became()).isEmpty();
    }

    @Test
    void halfOfTenAreUnhealthy() {
        hears("fdfdfdfdd");
        assertThat(became()).isEmpty();
        hears("f");
        assertThat(became()).containsExactly(UNHEALTHY);
    }

    @Test
    void aFewCallsJudgeNobody() {
        hears("f");
        hears("dfdfdfd");
        assertThat(became()).isEmpty();
    }

    @Test
    void fiveFailuresInARowAreUnhealthyHoweverFewCallsThereAre() {
        hears("ffff");
        assertThat(became()).isEmpty();
        hears("f");
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(HEALTHY);
            assertThat(change.after()).isEqualTo(UNHEALTHY);
            assertThat(change.sends()).isEqualTo(5);
            assertThat(change.failures()).isEqualTo(5);
            assertThat(change.consecutiveFailures()).isEqualTo(5);
        });
    }

    @Test
    void aRowEndsWithSuccess() {
        hears("ffffdffff");
        assertThat(became()).isEmpty();
    }

    @Test
    void aRowEndsWhenTelegramTurnsACallDown() {
        hears("ffffcffff");
        assertThat(became()).isEmpty();
    }

    @Test
    void whatTheClientDidWrongDoesNotCount() {
        hears("cccccccccccc");
        assertThat(became()).isEmpty();
    }

    @Test
    void whatWasNotMadeDoesNotCount() {
        var now = stage.now();
        stage.hears(bot.refused(now), bot.expired(now, 0), bot.refused(now), bot.expired(now, 0));
        hears("fdfdff");
        assertThat(became()).isEmpty();
    }

    @Test
    void threeSecondsOnAverageAreDegradedAndLessIsNot() {
        for (var number = 0; number < 9; number++) {
            stage.hears(bot.done(stage.now(), 3_000));
        }
        assertThat(became()).isEmpty();
        stage.hears(bot.done(stage.now(), 2_999));
        assertThat(became()).isEmpty();
        stage.hears(bot.done(stage.now(), 3_001));
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.after()).isEqualTo(DEGRADED);
            assertThat(change.meanMs()).isEqualTo(3_000);
        });
    }

    @Test
    void itIsBetterAsSoonAsTheNextLookFindsItSo() {
        hears("fffff");
        hears("dddddd");
        assertThat(became()).containsExactly(UNHEALTHY);
        stage.after(LOOK);
        assertThat(became()).containsExactly(DEGRADED);
        hears("dddddddddddddd");
        assertThat(became()).isEmpty();
        stage.after(LOOK);
        assertThat(became()).isEmpty();
        hears("d");
        stage.after(LOOK);
        assertThat(became()).containsExactly(HEALTHY);
    }

    @Test
    void aBotThatFallsSilentIsWellAgainWhenItsWindowIsOver() {
        hears("fffff");
        stage.after(Duration.ofMinutes(4).plusSeconds(50));
        assertThat(became()).containsExactly(UNHEALTHY);
        stage.after(LOOK.multipliedBy(3));
        assertThat(became()).containsExactly(HEALTHY);
        stage.after(Duration.ofMinutes(10));
        assertThat(became()).isEmpty();
    }

    @Test
    void anIllBotStaysSoWhileItsLastFewCallsFail() {
        hears("fffff");
        for (var end : List.of("f", "f", "d", "f", "f", "d", "f", "f", "d")) {
            stage.after(Duration.ofMinutes(1));
            hears(end);
        }
        assertThat(became()).containsExactly(UNHEALTHY);
    }

    @Test
    void failuresLongAgoAndReadNowJudgeNobody() {
        hears("ffffffffffff", stage.now().minus(Duration.ofMinutes(5)));
        stage.after(LOOK);
        assertThat(became()).isEmpty();
    }

    @Test
    void aBotIsNotJudgedByItsPredecessor() {
        hears("ffff");
        var next = new Ends(bot.user(), bot.bot() + 1);
        stage.hears(next.unknown(stage.now()), bot.unknown(stage.now()), next.unknown(stage.now()));
        assertThat(became()).isEmpty();
        stage.hears(next.unknown(stage.now()), next.unknown(stage.now()), next.unknown(stage.now()));
        assertThat(changes())
                .singleElement()
                .satisfies(change -> assertThat(change.id()).isEqualTo(new BotRowId(next.bot())));
    }

    @Test
    void outcomesToldTwiceDoNotCountTwice() {
        var outcome = bot.unknown(stage.now());
        stage.hears(outcome, outcome, outcome, outcome, outcome, outcome);
        assertThat(became()).isEmpty();
    }

    @Test
    void aChangeGoesToWhoWatchesAndIntoTheTrailAsOneEvent() {
        hears("fffff");
        assertThat(changes()).hasSize(1).isEqualTo(ofTheBot(stage.recordedChanges()));
    }

    private void hears(String ends) {
        hears(ends, stage.now());
    }

    /** d: done, f: a failure, c: the client's error. */
    private void hears(String ends, Instant at) {
        ends.chars()
                .forEach(end -> stage.hears(
                        switch (end) {
                            case 'd' -> bot.done(at, 20);
                            case 'f' -> bot.unknown(at);
                            default -> bot.answered(400, at);
                        }));
    }

    private List<BotHealthChanged> changes() {
        return ofTheBot(stage.changes());
    }

    private List<BotHealthChanged> ofTheBot(List<BotHealthChanged> changes) {
        return changes.stream()
                .filter(change -> change.userId().value() == bot.user())
                .toList();
    }

    private List<BotHealth> became() {
        return changes().stream().map(BotHealthChanged::after).toList();
    }
}
