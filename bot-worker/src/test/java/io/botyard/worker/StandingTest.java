package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotStatus;
import io.botyard.contract.Limits;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.BotActivated;
import io.botyard.contract.event.BotRateLimitsOverridden;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.BotVerified;
import io.botyard.testkit.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What admins decide belongs to the user, and to no other user. */
@ExtendWith(SharedWorker.class)
class StandingTest {

    private final WorkerRig rig;

    StandingTest(WorkerRig rig) {
        this.rig = rig;
    }

    @Test
    void suspensionAndCeilingsOutliveTheBotAndMeetTheNextOne() {
        rig.verified(5_201);
        rig.ask(rig.commands.overrideRateLimits(5_201, "3", 4));
        rig.ask(rig.commands.suspendBot(5_201));
        rig.ask(rig.commands.removeBot(5_201));
        assertThat(rig.seenByGateways("select suspension_reason from bots.standing_view where user_id = 5201"))
                .contains("It spams people.");
        var again = rig.register(5_201);
        assertThat(again.status()).isEqualTo(BotStatus.SUSPENDED);
        assertThat(again.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(view(
                        5_201,
                        "status, is_verified, suspension_reason, admin_max_requests_per_second,"
                                + " admin_max_concurrent_requests"))
                .contains("(suspended,f,\"It spams people.\",3,4)");
        assertThat(rig.refusalOf(rig.commands.changeRateLimits(5_201, again.id().value(), "3.5", null)))
                .isEqualTo(RefusalCode.LIMIT_ABOVE_CEILING);
    }

    @Test
    void aUserWithoutABotCanBeSuspendedLimitedAndActivated() {
        assertThat(rig.ask(rig.commands.suspendBot(5_202), BotSuspended.class).id())
                .isNull();
        var overridden = rig.ask(rig.commands.overrideRateLimits(5_202, "1", null), BotRateLimitsOverridden.class);
        assertThat(overridden.id()).isNull();
        assertThat(overridden.limits()).isNull();
        assertThat(rig.register(5_202).status()).isEqualTo(BotStatus.SUSPENDED);
        rig.ask(rig.commands.removeBot(5_202));
        assertThat(rig.ask(rig.commands.activateBot(5_202), BotActivated.class).id())
                .isNull();
        assertThat(rig.register(5_202).status()).isEqualTo(BotStatus.PENDING);
        assertThat(rig.seenByGateways("select admin_max_requests_per_second from bots.bot_view where user_id = 5202"))
                .contains("1");
    }

    @Test
    void versionsNeverGoBackAlsoWhenOneBotGoesAndAnotherComes() {
        var row = rig.verified(5_203);
        var last = 0L;
        var commands = List.<ControlCommand>of(
                rig.commands.changeRateLimits(5_203, row, "3", null),
                rig.commands.suspendBot(5_203),
                rig.commands.overrideRateLimits(5_203, "2", null),
                rig.commands.removeBot(5_203),
                rig.commands.activateBot(5_203));
        for (var command : commands) {
            var version = rig.ask(command).head().version();
            assertThat(version).isGreaterThan(last);
            last = version;
        }
        assertThat(rig.register(5_203).head().version()).isGreaterThan(last);
    }

    @Test
    void rule3ASuspendedBotStaysItsUsersAlsoAfterRemove() {
        var stolen = Tokens.of(10_204);
        rig.verified(5_204);
        rig.ask(rig.commands.suspendBot(5_204));
        var other = rig.register(5_240, stolen).id().value();
        assertThat(rig.refusalOf(rig.commands.verifyBot(5_240, other))).isEqualTo(RefusalCode.BOT_TAKEN);
        rig.ask(rig.commands.removeBot(5_204));
        assertThat(rig.refusalOf(rig.commands.verifyBot(5_240, other))).isEqualTo(RefusalCode.BOT_TAKEN);
        rig.ask(rig.commands.activateBot(5_204));
        assertThat(rig.ask(rig.commands.verifyBot(5_240, other))).isInstanceOf(BotVerified.class);
    }

    @Test
    void rule3ASuspendedBotStaysItsUsersAlsoWithANewToken() {
        var row = rig.verified(5_205);
        rig.ask(rig.commands.suspendBot(5_205));
        rig.ask(rig.commands.replaceToken(5_205, row, 10_205, rig.sealed(5_205, Tokens.anotherOf(10_205))));
        var other = rig.register(5_250, Tokens.of(10_205)).id().value();
        assertThat(rig.refusalOf(rig.commands.verifyBot(5_250, other))).isEqualTo(RefusalCode.BOT_TAKEN);
    }

    @Test
    void rule1CrossedIdsTouchNobodyElse() {
        var crossed = rig.verified(5_000);
        rig.verified(crossed);
        var before = view(5_000, "b");
        for (var command : List.<ControlCommand>of(
                rig.commands.overrideRateLimits(crossed, "1", 1),
                rig.commands.suspendBot(crossed),
                rig.commands.removeBot(crossed))) {
            rig.ask(command);
            assertThat(view(5_000, "b")).isEqualTo(before);
        }
        assertThat(rig.seenByGateways("select user_id from bots.standing_view where user_id = 5000"))
                .isEmpty();
    }

    @Test
    void rule1NobodysRowIdOpensAnothersBot() {
        var theirs = rig.verified(5_001);
        rig.verified(5_002);
        var before = view(5_001, "b");
        assertThat(List.<ControlCommand>of(
                        rig.commands.changeRateLimits(5_002, theirs, "1", 1),
                        rig.commands.replaceToken(5_002, theirs, 10_001, rig.sealed(5_002, Tokens.anotherOf(10_001))),
                        rig.commands.verifyBot(5_002, theirs),
                        rig.commands.accessBot(5_002, theirs)))
                .extracting(rig::refusalOf)
                .containsOnly(RefusalCode.BOT_REMOVED);
        assertThat(view(5_001, "b")).isEqualTo(before);
    }

    private String view(long user, String columns) {
        return rig.seenByGateways("select (" + columns + ")::text from bots.bot_view b where user_id = " + user)
                .orElseThrow();
    }
}
