package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.Ceilings;
import io.botyard.contract.Limits;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ChangeRateLimits;
import io.botyard.contract.command.OverrideRateLimits;
import io.botyard.contract.event.BotActivated;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.BotRateLimitsOverridden;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.sandbox.fault.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A user's limits and an admin's ceilings: both are kept, the smaller one counts. */
@ExtendWith(SharedWorker.class)
class LimitsTest {

    private final WorkerRig rig;

    LimitsTest(WorkerRig rig) {
        this.rig = rig;
    }

    @Test
    void rule11HalfARequestPerSecondComesBackAsHalfARequestPerSecond() {
        var row = rig.register(3_001).id().value();
        var changed = rig.ask(rig.commands.changeRateLimits(3_001, row, "0.5", null), BotRateLimitsChanged.class);
        assertThat(changed.before()).isEqualTo(Limits.DEFAULT);
        assertThat(changed.after()).isEqualTo(new Limits(new BigDecimal("0.5"), 10));
        assertThat(rig.seenByGateways("select max_requests_per_second from bots.bot_view where user_id = 3001"))
                .contains("0.5");
    }

    @Test
    void aCeilingKeepsTheUsersLimitsAndAllowsNoHigherOnes() {
        var row = rig.register(3_002).id().value();
        var overridden = rig.ask(rig.commands.overrideRateLimits(3_002, "5", 2), BotRateLimitsOverridden.class);
        assertThat(overridden.before()).isEqualTo(Ceilings.NONE);
        assertThat(overridden.after()).isEqualTo(new Ceilings(new BigDecimal("5"), 2));
        assertThat(overridden.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(rig.refusalOf(rig.commands.changeRateLimits(3_002, row, "5.1", null)))
                .isEqualTo(RefusalCode.LIMIT_ABOVE_CEILING);
        assertThat(rig.refusalOf(rig.commands.changeRateLimits(3_002, row, "1", 3)))
                .isEqualTo(RefusalCode.LIMIT_ABOVE_CEILING);
        var below = rig.ask(rig.commands.changeRateLimits(3_002, row, "5", null), BotRateLimitsChanged.class);
        assertThat(below.after()).as("what is not asked for stays").isEqualTo(new Limits(new BigDecimal("5"), 10));
    }

    @Test
    void aLiftedCeilingIsGoneAndTheOtherStays() {
        var row = rig.register(3_003).id().value();
        rig.ask(rig.commands.overrideRateLimits(3_003, "5", 2));
        var lifted = rig.ask(
                rig.commands.overrideRateLimits(3_003, null, null, Ceilings.Field.MAX_REQUESTS_PER_SECOND),
                BotRateLimitsOverridden.class);
        assertThat(lifted.after()).isEqualTo(new Ceilings(null, 2));
        assertThat(rig.ask(rig.commands.changeRateLimits(3_003, row, "100", 1)))
                .isInstanceOf(BotRateLimitsChanged.class);
    }

    @Test
    void aChangeOfAVersionThatNobodyHasAnyMoreIsRefused() {
        var registered = rig.register(3_004);
        var seen = registered.head().version();
        var change = rig.commands.changeRateLimits(3_004, registered.id().value(), "7", null);
        assertThat(rig.ask(ifVersion(change, seen))).isInstanceOf(BotRateLimitsChanged.class);
        var late = rig.commands.changeRateLimits(3_004, registered.id().value(), "8", null);
        assertThat(rig.refusalOf(ifVersion(late, seen))).isEqualTo(RefusalCode.PRECONDITION_FAILED);
        assertThat(rig.refusalOf(ifVersion(rig.commands.overrideRateLimits(3_004, "1", 1), seen)))
                .isEqualTo(RefusalCode.PRECONDITION_FAILED);
        assertThat(rig.seenByGateways("select max_requests_per_second from bots.bot_view where user_id = 3004"))
                .contains("7");
        assertThat(rig.ask(ifVersion(rig.commands.overrideRateLimits(3_004, "1", 1), seen + 1)))
                .isInstanceOf(BotRateLimitsOverridden.class);
        assertThat(rig.refusalOf(rig.commands.suspendBot(3_004, seen))).isEqualTo(RefusalCode.PRECONDITION_FAILED);
        assertThat(rig.ask(rig.commands.suspendBot(3_004, seen + 2))).isInstanceOf(BotSuspended.class);
        assertThat(rig.refusalOf(rig.commands.activateBot(3_004, seen + 2))).isEqualTo(RefusalCode.PRECONDITION_FAILED);
        assertThat(rig.ask(rig.commands.activateBot(3_004, seen + 3))).isInstanceOf(BotActivated.class);
    }

    @Test
    void theSmallerRateCountsFromTheNextCallOn() {
        var row = rig.verified(3_005);
        makeOne(3_005, row);
        rig.ask(rig.commands.overrideRateLimits(3_005, "2", null));
        var calls = calls(3_005, row, 6);
        calls.forEach(rig::send);
        calls.forEach(call -> assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class));
        var sent = rig.sent(3_005);
        assertThat(Duration.between(sent.get(1).at(), sent.get(6).at()))
                .as("two at once, and four more at two a second")
                .isGreaterThan(Duration.ofMillis(1900));
    }

    @Test
    void theSmallerConcurrencyCountsFromTheNextCallOn() {
        var row = rig.verified(3_006);
        makeOne(3_006, row);
        rig.ask(rig.commands.overrideRateLimits(3_006, null, 1));
        rig.sandbox
                .faults()
                .add(Fault.delay(Duration.ofMillis(300)).forBot(8_006).times(3));
        var calls = calls(3_006, row, 3);
        calls.forEach(rig::send);
        calls.forEach(call -> assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class));
        var sent = rig.sent(3_006);
        assertThat(Duration.between(sent.get(1).at(), sent.get(3).at())).isGreaterThan(Duration.ofMillis(550));
    }

    @Test
    void aCallThatWaitsForASlowRateGoesOnWhenTheRateIsRaised() {
        var row = rig.verified(3_007);
        rig.ask(rig.commands.changeRateLimits(3_007, row, "0.1", null));
        var calls = calls(3_007, row, 8);
        calls.forEach(rig::send);
        rig.outcomeOf(calls.getFirst().commandId());
        rig.ask(rig.commands.changeRateLimits(3_007, row, "50", null));
        calls.forEach(call -> assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class));
        var sent = rig.sent(3_007);
        assertThat(Duration.between(sent.getFirst().at(), sent.getLast().at()))
                .as("not 70 s, as at the rate before")
                .isLessThan(WorkerRig.PATIENCE);
    }

    private void makeOne(long user, long row) {
        var call = rig.commands.sendMessage(user, row, "42", "so that the bot is resident");
        rig.send(call);
        rig.outcomeOf(call.commandId());
    }

    private List<CallMethod> calls(long user, long row, int count) {
        var calls = new ArrayList<CallMethod>();
        for (var i = 0; i < count; i++) {
            calls.add(rig.commands.sendMessage(user, row, Integer.toString(100 + i), "m" + i));
        }
        return calls;
    }

    private static ChangeRateLimits ifVersion(ChangeRateLimits command, long version) {
        return new ChangeRateLimits(
                command.origin(),
                command.id(),
                command.maxRequestsPerSecond(),
                command.maxConcurrentRequests(),
                version);
    }

    private static OverrideRateLimits ifVersion(OverrideRateLimits command, long version) {
        return new OverrideRateLimits(command.origin(), command.ceilings(), command.lifted(), version);
    }
}
