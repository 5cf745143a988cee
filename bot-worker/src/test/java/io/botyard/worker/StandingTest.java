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
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What admins decide belongs to the user, and to no other user. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingTest {

    private WorkerRig rig;
    private ConfigurableApplicationContext worker;

    @BeforeAll
    void start(@TempDir Path directory) {
        rig = new WorkerRig(directory);
        worker = rig.startWorker();
    }

    @AfterAll
    void stop() {
        worker.close();
        rig.close();
    }

    @Test
    void suspensionAndCeilingsOutliveTheBotAndMeetTheNextOne() {
        rig.verified(201);
        rig.ask(rig.commands.overrideRateLimits(201, "3", 4));
        rig.ask(rig.commands.suspendBot(201));
        rig.ask(rig.commands.removeBot(201));
        assertThat(rig.seenByGateways("select suspension_reason from bots.standing_view where user_id = 201"))
                .contains("It spams people.");
        var again = rig.register(201);
        assertThat(again.status()).isEqualTo(BotStatus.SUSPENDED);
        assertThat(again.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(view(
                        201,
                        "status, is_verified, suspension_reason, admin_max_requests_per_second,"
                                + " admin_max_concurrent_requests"))
                .contains("(suspended,f,\"It spams people.\",3,4)");
        assertThat(rig.refusalOf(rig.commands.changeRateLimits(201, again.id().value(), "3.5", null)))
                .isEqualTo(RefusalCode.LIMIT_ABOVE_CEILING);
    }

    @Test
    void aUserWithoutABotCanBeSuspendedLimitedAndActivated() {
        assertThat(rig.ask(rig.commands.suspendBot(202), BotSuspended.class).id())
                .isNull();
        var overridden = rig.ask(rig.commands.overrideRateLimits(202, "1", null), BotRateLimitsOverridden.class);
        assertThat(overridden.id()).isNull();
        assertThat(overridden.limits()).isNull();
        assertThat(rig.register(202).status()).isEqualTo(BotStatus.SUSPENDED);
        rig.ask(rig.commands.removeBot(202));
        assertThat(rig.ask(rig.commands.activateBot(202), BotActivated.class).id())
                .isNull();
        assertThat(rig.register(202).status()).isEqualTo(BotStatus.PENDING);
        assertThat(rig.seenByGateways("select admin_max_requests_per_second from bots.bot_view where user_id = 202"))
                .contains("1");
    }

    @Test
    void versionsNeverGoBackAlsoWhenOneBotGoesAndAnotherComes() {
        var row = rig.verified(203);
        var last = 0L;
        var commands = List.<ControlCommand>of(
                rig.commands.changeRateLimits(203, row, "3", null),
                rig.commands.suspendBot(203),
                rig.commands.overrideRateLimits(203, "2", null),
                rig.commands.removeBot(203),
                rig.commands.activateBot(203));
        for (var command : commands) {
            var version = rig.ask(command).head().version();
            assertThat(version).isGreaterThan(last);
            last = version;
        }
        assertThat(rig.register(203).head().version()).isGreaterThan(last);
    }

    @Test
    void rule3ASuspendedBotStaysItsUsersAlsoAfterRemove() {
        var stolen = Tokens.of(5204);
        rig.verified(204);
        rig.ask(rig.commands.suspendBot(204));
        var other = rig.register(240, stolen).id().value();
        assertThat(rig.refusalOf(rig.commands.verifyBot(240, other))).isEqualTo(RefusalCode.BOT_TAKEN);
        rig.ask(rig.commands.removeBot(204));
        assertThat(rig.refusalOf(rig.commands.verifyBot(240, other))).isEqualTo(RefusalCode.BOT_TAKEN);
        rig.ask(rig.commands.activateBot(204));
        assertThat(rig.ask(rig.commands.verifyBot(240, other))).isInstanceOf(BotVerified.class);
    }

    @Test
    void rule3ASuspendedBotStaysItsUsersAlsoWithANewToken() {
        var row = rig.verified(205);
        rig.ask(rig.commands.suspendBot(205));
        rig.ask(rig.commands.replaceToken(205, row, 5205, rig.sealed(205, Tokens.anotherOf(5205))));
        var other = rig.register(250, Tokens.of(5205)).id().value();
        assertThat(rig.refusalOf(rig.commands.verifyBot(250, other))).isEqualTo(RefusalCode.BOT_TAKEN);
    }

    @Test
    void rule1CrossedIdsTouchNobodyElse() {
        var crossed = rig.verified(1_000);
        rig.verified(crossed);
        var before = view(1_000, "b");
        for (var command : List.<ControlCommand>of(
                rig.commands.overrideRateLimits(crossed, "1", 1),
                rig.commands.suspendBot(crossed),
                rig.commands.removeBot(crossed))) {
            rig.ask(command);
            assertThat(view(1_000, "b")).isEqualTo(before);
        }
        assertThat(rig.seenByGateways("select user_id from bots.standing_view where user_id = 1000"))
                .isEmpty();
    }

    @Test
    void rule1NobodysRowIdOpensAnothersBot() {
        var theirs = rig.verified(1_001);
        rig.verified(1_002);
        var before = view(1_001, "b");
        assertThat(List.<ControlCommand>of(
                        rig.commands.changeRateLimits(1_002, theirs, "1", 1),
                        rig.commands.replaceToken(1_002, theirs, 6_001, rig.sealed(1_002, Tokens.anotherOf(6_001))),
                        rig.commands.verifyBot(1_002, theirs),
                        rig.commands.accessBot(1_002, theirs)))
                .extracting(rig::refusalOf)
                .containsOnly(RefusalCode.BOT_REMOVED);
        assertThat(view(1_001, "b")).isEqualTo(before);
    }

    private String view(long user, String columns) {
        return rig.seenByGateways("select (" + columns + ")::text from bots.bot_view b where user_id = " + user)
                .orElseThrow();
    }
}
