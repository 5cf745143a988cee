package io.botyard.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.CallOptions;
import io.botyard.testkit.Commands;
import io.botyard.worker.store.CallLane;
import io.botyard.worker.store.ParkedLane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of a chat what was asked first goes first, wherever it waits, and what waits is bounded. */
class BacklogTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UserId ANNA = new UserId(1);
    private static final CallLane CHAT = new CallLane(ANNA, "42", null);

    private final Commands commands = Commands.by(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Backlog backlog = new Backlog(new BacklogSettings(8, 4), List.of());

    @Test
    void bulkCallsLeaveRoomForInteractiveOnes() {
        for (var position = 0; position < 6; position++) {
            assertThat(backlog.enter(bulk("4" + position), position)).isEqualTo(Place.IN_MEMORY);
        }
        assertThat(backlog.enter(bulk("46"), 6)).isEqualTo(Place.PARKED);
        assertThat(backlog.enter(interactive("47"), 7)).isEqualTo(Place.IN_MEMORY);
        assertThat(backlog.enter(interactive("48"), 8)).isEqualTo(Place.IN_MEMORY);
        assertThat(backlog.enter(interactive("49"), 9)).isEqualTo(Place.PARKED);
        assertThat(backlog.inMemory(ANNA)).isEqualTo(8);
    }

    @Test
    void noMoreAreSetAsideThanMay() {
        fill();
        for (var position = 10; position < 14; position++) {
            assertThat(backlog.enter(interactive("7"), position)).isEqualTo(Place.PARKED);
        }
        assertThat(backlog.enter(interactive("7"), 14)).isEqualTo(Place.NONE);
        assertThat(backlog.full()).containsExactly(ANNA);
        assertThat(backlog.isDrained(ANNA)).isFalse();
    }

    @Test
    void whatComesWhileACallOfItsChatIsSetAsideIsSetAsideBehindIt() {
        var first = interactive("42");
        assertThat(backlog.enter(first, 5)).isEqualTo(Place.IN_MEMORY);
        backlog.park(first, 5);
        backlog.left(CHAT);
        assertThat(backlog.enter(interactive("42"), 6)).isEqualTo(Place.PARKED);
        assertThat(backlog.enter(interactive("43"), 7)).isEqualTo(Place.IN_MEMORY);
    }

    @Test
    void aCallThatWasAskedForEarlierGoesBeforeOneThatIsSetAside() {
        var taken = new Backlog(new BacklogSettings(8, 4), List.of(new ParkedLane(CHAT, 1, 13, true, false)));
        assertThat(taken.enter(interactive("42"), 10)).isEqualTo(Place.IN_MEMORY);
        assertThat(taken.enter(interactive("42"), 14)).isEqualTo(Place.PARKED);
    }

    @Test
    void nothingIsFetchedBeforeAllThatGoesBeforeItHasBeenRead() {
        var taken = new Backlog(new BacklogSettings(8, 4), List.of(new ParkedLane(CHAT, 1, 13, true, false)));
        assertThat(fetch(taken, 10, NOW)).isEmpty();
        assertThat(taken.enter(interactive("42"), 12)).isEqualTo(Place.IN_MEMORY);
        assertThat(fetch(taken, 14, NOW)).isEmpty();
        taken.left(CHAT);
        assertThat(fetch(taken, 14, NOW)).containsExactly(CHAT);
        assertThat(fetch(taken, 14, NOW)).isEmpty();
    }

    @Test
    void whatIsSetAsideWaitsForItsGateUnlessItsBotTakesNoCallsAnyMore() {
        var taken = new Backlog(new BacklogSettings(8, 4), List.of(new ParkedLane(CHAT, 2, 3, true, false)));
        assertThat(taken.fetch(9, NOW, _ -> Duration.ofHours(1))).isEmpty();
        taken.changed(ANNA, true);
        assertThat(taken.fetch(9, NOW, _ -> Duration.ofHours(1))).isEmpty();
        taken.changed(ANNA, false);
        assertThat(taken.fetch(9, NOW, _ -> Duration.ofHours(1))).containsExactly(CHAT);
        taken.ended(interactive("42"), 3);
        taken.left(CHAT);
        assertThat(taken.fetch(9, NOW, _ -> Duration.ofHours(1))).containsExactly(CHAT);
        taken.ended(interactive("42"), 4);
        taken.left(CHAT);
        assertThat(taken.parked()).isZero();
    }

    @Test
    void whatIsNotThereIsNotWaitedFor() {
        var taken = new Backlog(new BacklogSettings(8, 4), List.of(new ParkedLane(CHAT, 2, 3, true, false)));
        assertThat(fetch(taken, 9, NOW)).containsExactly(CHAT);
        taken.looking(CHAT);
        taken.none(CHAT);
        taken.left(CHAT);
        assertThat(taken.parked()).isZero();
        assertThat(taken.enter(interactive("42"), 9)).isEqualTo(Place.IN_MEMORY);
    }

    /** Such as a rate: the wait was worked out by the old one. */
    @Test
    void aWaitThatBeganBeforeTheBotChangedIsLookedAtAnew() {
        var taken = new Backlog(new BacklogSettings(8, 4), List.of(new ParkedLane(CHAT, 1, 3, true, false)));
        assertThat(fetch(taken, 9, NOW)).containsExactly(CHAT);
        taken.changed(ANNA, true);
        taken.waits(CHAT, 3, NOW.plusSeconds(40));
        taken.left(CHAT);
        assertThat(fetch(taken, 9, NOW)).containsExactly(CHAT);
        taken.waits(CHAT, 3, NOW.plusSeconds(40));
        taken.left(CHAT);
        assertThat(fetch(taken, 9, NOW)).isEmpty();
    }

    @Test
    void aCallThatWasToWaitIsLookedAtOnceMoreWhenItsBotIsStopped() {
        var taken = new Backlog(new BacklogSettings(8, 4), List.of(new ParkedLane(CHAT, 1, 3, true, false)));
        assertThat(fetch(taken, 9, NOW)).containsExactly(CHAT);
        taken.changed(ANNA, false);
        taken.waits(CHAT, 3, NOW.plusSeconds(40));
        taken.left(CHAT);
        assertThat(taken.fetch(9, NOW, _ -> Duration.ofHours(1))).containsExactly(CHAT);
    }

    @Test
    void whatIsOnItsWayIsThere() {
        fill();
        var parked = interactive("42");
        assertThat(backlog.enter(parked, 10)).isEqualTo(Place.PARKED);
        backlog.looking(CHAT);
        backlog.none(CHAT);
        assertThat(backlog.parked(ANNA)).isEqualTo(1);
        assertThat(backlog.firstOnTheWay(CHAT)).isEqualTo(10);
        backlog.nowParked(parked, 10);
        assertThat(backlog.firstOnTheWay(CHAT)).isEqualTo(Long.MAX_VALUE);
        backlog.looking(CHAT);
        backlog.none(CHAT);
        assertThat(backlog.parked(ANNA)).isZero();
    }

    /** The look does not see it, and when the look is over it is there. */
    @Test
    void whatIsSetAsideDuringALookIsNotForgotten() {
        fill();
        var parked = interactive("42");
        assertThat(backlog.enter(parked, 10)).isEqualTo(Place.PARKED);
        backlog.left(new CallLane(ANNA, "90", null));
        assertThat(fetch(backlog, 11, NOW)).containsExactly(CHAT);
        backlog.looking(CHAT);
        backlog.nowParked(parked, 10);
        backlog.none(CHAT);
        backlog.left(CHAT);
        assertThat(backlog.parked(ANNA)).isEqualTo(1);
        assertThat(fetch(backlog, 11, NOW)).containsExactly(CHAT);
    }

    @Test
    void whatExpiresDuringALookIsCountedOffOnceAlsoWhenAnotherComes() {
        var taken = new Backlog(new BacklogSettings(8, 4), List.of(new ParkedLane(CHAT, 1, 3, true, false)));
        assertThat(fetch(taken, 9, NOW)).containsExactly(CHAT);
        taken.looking(CHAT);
        taken.without(interactive("42"));
        taken.park(interactive("42"), 5);
        taken.none(CHAT);
        taken.left(CHAT);
        assertThat(taken.parked()).isEqualTo(1);
        assertThat(fetch(taken, 9, NOW)).containsExactly(CHAT);
    }

    @Test
    void whatTurnsOutNotToBeSetAsideIsCountedOffOnce() {
        fill();
        var repeat = interactive("42");
        assertThat(backlog.enter(repeat, 10)).isEqualTo(Place.PARKED);
        backlog.left(new CallLane(ANNA, "90", null));
        assertThat(fetch(backlog, 11, NOW)).containsExactly(CHAT);
        backlog.looking(CHAT);
        backlog.notParked(repeat, 10);
        backlog.none(CHAT);
        backlog.left(CHAT);
        assertThat(backlog.parked(ANNA)).isZero();
        fill(1);
        var next = interactive("43");
        assertThat(backlog.enter(next, 12)).isEqualTo(Place.PARKED);
        backlog.nowParked(next, 12);
        backlog.left(new CallLane(ANNA, "91", null));
        assertThat(fetch(backlog, 13, NOW)).hasSize(1);
    }

    /** They have one position, before all others, also where no call has been read yet. */
    @Test
    void oneTestMessageGoesAfterTheOther() {
        var taken = new Backlog(new BacklogSettings(8, 4), List.of(new ParkedLane(CHAT, 2, -1, true, false)));
        assertThat(fetch(taken, 0, NOW)).containsExactly(CHAT);
        taken.ended(interactive("42"), -1);
        taken.left(CHAT);
        assertThat(fetch(taken, 0, NOW)).containsExactly(CHAT);
    }

    @Test
    void aCallWithoutAChatWaitsForNoOther() {
        var taken = new Backlog(new BacklogSettings(8, 4), List.of(new ParkedLane(CHAT, 2, 3, true, false)));
        assertThat(taken.enter(interactive(null), 9)).isEqualTo(Place.IN_MEMORY);
    }

    private void fill() {
        fill(8);
    }

    private void fill(int calls) {
        for (var position = 0; position < calls; position++) {
            assertThat(backlog.enter(interactive("9" + position), position)).isEqualTo(Place.IN_MEMORY);
        }
    }

    private static List<CallLane> fetch(Backlog from, long readUpTo, Instant now) {
        return from.fetch(readUpTo, now, _ -> Duration.ZERO);
    }

    private CallMethod interactive(@Nullable String chat) {
        return call(chat, Priority.INTERACTIVE);
    }

    private CallMethod bulk(String chat) {
        return call(chat, Priority.BULK);
    }

    private CallMethod call(@Nullable String chat, Priority priority) {
        var options = new CallOptions(priority, NOW.plusSeconds(60), OnUnknown.REPORT);
        return commands.callMethod(ANNA.value(), 7, "sendMessage", chat, "{}", options);
    }
}
