package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotStatus;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotActivated;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.BotRemoved;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.BotTokenRejected;
import io.botyard.contract.event.BotTokenReplaced;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.contract.event.CommandRefused;
import io.botyard.sandbox.fault.Fault;
import io.botyard.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rule 2: an admin stops a bot, at once and for good, and only an admin lets it go on. */
@ExtendWith(SharedWorker.class)
class SuspensionTest {

    private static final Duration GIVEN_UP_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(1);

    private final WorkerRig rig;

    SuspensionTest(WorkerRig rig) {
        this.rig = rig;
    }

    @Test
    void rule2NothingButAnAdminsActivationLiftsASuspension() {
        var row = rig.verified(2_001);
        var suspended = rig.ask(rig.commands.suspendBot(2_001), BotSuspended.class);
        assertThat(suspended.before()).isEqualTo(BotStatus.ACTIVE);
        assertThat(rig.refusalOf(rig.commands.verifyBot(2_001, row))).isEqualTo(RefusalCode.BOT_SUSPENDED);
        assertThat(rig.ask(rig.commands.changeRateLimits(2_001, row, "2", 2))).isInstanceOf(BotRateLimitsChanged.class);
        var token = rig.commands.replaceToken(2_001, row, 7_001, rig.sealed(2_001, Tokens.anotherOf(7_001)));
        assertThat(rig.ask(token, BotTokenReplaced.class).status()).isEqualTo(BotStatus.SUSPENDED);
        assertThat(rig.ask(rig.commands.removeBot(2_001))).isInstanceOf(BotRemoved.class);
        BotRegistered again = rig.register(2_001);
        assertThat(again.status()).isEqualTo(BotStatus.SUSPENDED);
        var verify = rig.commands.verifyBot(2_001, again.id().value());
        assertThat(rig.refusalOf(verify)).isEqualTo(RefusalCode.BOT_SUSPENDED);
        assertThat(rig.looks(2_001)).as("only the verification before").isEqualTo(1);
        assertThat(rig.ask(rig.commands.activateBot(2_001), BotActivated.class).status())
                .isEqualTo(BotStatus.PENDING);
        assertThat(rig.ask(rig.commands.verifyBot(2_001, again.id().value()))).isInstanceOf(BotVerified.class);
    }

    @Test
    void rule2AVerifiedBotGoesOnWhereItWasAndIsNotVerifiedAnew() {
        var row = rig.verified(2_002);
        rig.ask(rig.commands.suspendBot(2_002));
        assertThat(rig.ask(rig.commands.activateBot(2_002), BotActivated.class).status())
                .isEqualTo(BotStatus.ACTIVE);
        var call = rig.commands.sendMessage(2_002, row, "42", "on we go");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.looks(2_002)).isEqualTo(1);
    }

    @Test
    void suspendsFromEveryStateAndWithoutABot() {
        rig.register(2_003);
        assertSuspends(2_003, BotStatus.PENDING, BotStatus.PENDING);
        var row = rig.register(2_004).id().value();
        rig.sandbox.revoke(7_004);
        assertThat(rig.ask(rig.commands.verifyBot(2_004, row))).isInstanceOf(BotVerificationFailed.class);
        assertSuspends(2_004, BotStatus.ERROR, BotStatus.PENDING);
        assertSuspends(2_005, null, null);
    }

    private void assertSuspends(long user, @Nullable BotStatus before, @Nullable BotStatus after) {
        var suspended = rig.ask(rig.commands.suspendBot(user), BotSuspended.class);
        assertThat(suspended.before()).isEqualTo(before);
        assertThat(suspended.id() == null).isEqualTo(before == null);
        assertThat(rig.refusalOf(rig.commands.suspendBot(user))).isEqualTo(RefusalCode.BOT_SUSPENDED);
        var activated = rig.ask(rig.commands.activateBot(user), BotActivated.class);
        assertThat(activated.status()).isEqualTo(after);
        assertThat(activated.id()).isEqualTo(suspended.id());
        assertThat(rig.refusalOf(rig.commands.activateBot(user))).isEqualTo(RefusalCode.BOT_NOT_SUSPENDED);
    }

    @Test
    void rule2NoCallStartsOnceASuspensionIsDone() {
        var row = rig.verified(2_006);
        rig.sandbox
                .faults()
                .add(Fault.delay(Duration.ofMillis(50)).forBot(7_006).times(500));
        var calls = calls(2_006, row, 200);
        calls.forEach(rig::send);
        patiently().until(() -> rig.sent(2_006).size() >= 40);
        var suspended = rig.ask(rig.commands.suspendBot(2_006));
        var arrived = rig.sent(2_006).size();
        var outcomes =
                calls.stream().map(call -> rig.outcomeOf(call.commandId())).toList();
        assertThat(rig.sent(2_006)).hasSize(arrived);
        assertThat(outcomes).hasAtLeastOneElementOfType(CallRefused.class).allSatisfy(outcome -> {
            assertThat(outcome).isInstanceOfAny(CallSucceeded.class, CallRefused.class);
            assertThat(outcome.head().at()).isBefore(suspended.head().at().plus(GIVEN_UP_WITHIN));
        });
        assertThat(outcomes).filteredOn(CallRefused.class::isInstance).allSatisfy(this::assertRefused);
    }

    @Test
    void rule2CallsUnderWayAreGivenUpAndThoseBehindThemAreRefused() {
        var row = rig.verified(2_007);
        rig.sandbox.faults().add(Fault.hanging().forBot(7_007).forMethod("sendMessage"));
        var hanging = rig.commands.sendMessage(2_007, row, "42", "hangs");
        var behind = rig.commands.sendMessage(2_007, row, "42", "behind it");
        rig.send(hanging);
        rig.send(behind);
        patiently().until(() -> rig.sent(2_007).size() == 1);
        var suspended = rig.ask(rig.commands.suspendBot(2_007));
        assertThat(rig.outcomeOf(hanging.commandId()))
                .isInstanceOfSatisfying(
                        CallUnknown.class,
                        unknown -> assertThat(Duration.between(
                                        suspended.head().at(), unknown.head().at()))
                                .isLessThan(GIVEN_UP_WITHIN));
        assertRefused(rig.outcomeOf(behind.commandId()));
        assertThat(rig.sent(2_007)).hasSize(1);
    }

    @Test
    void rule2CallsThatWaitForAGateOrForTheirRateDoNotWaitAnyLonger() {
        var row = rig.verified(2_008);
        rig.ask(rig.commands.changeRateLimits(2_008, row, "0.1", null));
        var first = rig.commands.sendMessage(2_008, row, "41", "uses the only token");
        rig.send(first);
        rig.outcomeOf(first.commandId());
        var slow = calls(2_008, row, 5);
        slow.forEach(rig::send);
        var gatedRow = rig.verified(2_009);
        rig.sandbox.faults().add(Fault.tooManyRequests(3600).forBot(7_009).forMethod("sendMessage"));
        var gated = rig.commands.sendMessage(2_009, gatedRow, "42", "told to wait an hour");
        rig.send(gated);
        patiently().until(() -> rig.sent(2_009).size() == 1);
        rig.ask(rig.commands.suspendBot(2_008));
        rig.ask(rig.commands.suspendBot(2_009));
        slow.forEach(call -> assertRefused(rig.outcomeOf(call.commandId())));
        assertRefused(rig.outcomeOf(gated.commandId()));
        assertThat(rig.sent(2_008)).hasSize(1);
    }

    @Test
    void rule2SuspendingIsAnsweredWhileAVerificationHangsWhichThenComesToNothing() {
        var row = rig.register(2_010).id().value();
        rig.sandbox.faults().add(Fault.hanging().forBot(7_010).forMethod("getMe"));
        var verify = rig.commands.verifyBot(2_010, row);
        rig.send(verify);
        patiently().until(() -> rig.looks(2_010) == 1);
        var suspend = rig.commands.suspendBot(2_010);
        var suspended = rig.ask(suspend);
        assertThat(Duration.between(
                        suspend.origin().acceptedAt(), suspended.head().at()))
                .isLessThan(ANSWERED_WITHIN);
        assertThat(rig.eventOf(verify.commandId())).isInstanceOfSatisfying(CommandRefused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(RefusalCode.BOT_SUSPENDED);
            assertThat(Duration.between(suspended.head().at(), refused.head().at()))
                    .isLessThan(GIVEN_UP_WITHIN);
        });
    }

    @Test
    void aRejectedTokenOfASuspendedBotIsNotedAndItStaysSuspended() {
        var row = rig.verified(2_011);
        rig.sandbox
                .faults()
                .add(Fault.error(401)
                        .after(Duration.ofMillis(700))
                        .forBot(7_011)
                        .forMethod("sendMessage"));
        var call = rig.commands.sendMessage(2_011, row, "42", "with a token that is being revoked");
        rig.send(call);
        patiently().until(() -> rig.sent(2_011).size() == 1);
        rig.ask(rig.commands.suspendBot(2_011));
        assertThat(rig.eventOf(call.commandId()))
                .isInstanceOfSatisfying(
                        BotTokenRejected.class,
                        rejected -> assertThat(rejected.status()).isEqualTo(BotStatus.SUSPENDED));
        assertThat(rig.ask(rig.commands.activateBot(2_011), BotActivated.class).status())
                .isEqualTo(BotStatus.PENDING);
    }

    private List<CallMethod> calls(long user, long row, int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> rig.commands.sendMessage(user, row, Integer.toString(100 + i % 50), "m" + i))
                .toList();
    }

    private void assertRefused(CallOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        CallRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.BOT_SUSPENDED));
    }
}
