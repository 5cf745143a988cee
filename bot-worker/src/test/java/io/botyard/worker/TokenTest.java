package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.BotStatus;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.Role;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.command.ReplaceToken;
import io.botyard.contract.event.BotAccessed;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.BotTokenReplaced;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.sandbox.fault.Fault;
import io.botyard.testkit.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Another token for the same bot, and an admin's look at who the token says it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTest {

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
    void aReplacedTokenIsToBeVerifiedAndTheOldOneIsNeverUsedAgain() {
        var row = rig.verified(1);
        rig.ask(rig.commands.changeRateLimits(1, row, "7", 3));
        rig.sandbox.revoke(5001);
        var replaced = rig.ask(replaceToken(1, row), BotTokenReplaced.class);
        assertThat(replaced.status()).isEqualTo(BotStatus.PENDING);
        assertThat(replaced.id().value()).isEqualTo(row);
        var early = rig.commands.sendMessage(1, row, "42", "not verified yet");
        rig.send(early);
        assertThat(rig.outcomeOf(early.commandId()))
                .isInstanceOfSatisfying(
                        CallRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.BOT_NOT_VERIFIED));
        assertThat(rig.ask(rig.commands.verifyBot(1, row))).isInstanceOf(BotVerified.class);
        var call = rig.commands.sendMessage(1, row, "42", "with the new token");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.ask(rig.commands.changeRateLimits(1, row, null, 4), BotRateLimitsChanged.class)
                        .before()
                        .maxConcurrentRequests())
                .isEqualTo(3);
    }

    @Test
    void theTokenOfAnotherBotIsRefused() {
        var row = rig.verified(2);
        var foreign = rig.commands.replaceToken(2, row, 4712, rig.sealed(2, Tokens.of(4712)));
        assertThat(rig.refusalOf(foreign)).isEqualTo(RefusalCode.TOKEN_OF_ANOTHER_BOT);
        var call = rig.commands.sendMessage(2, row, "42", "as before");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
    }

    @Test
    void rule13WhatWasMeantForABotSinceRemovedDoesNotReachTheNextOne() {
        var old = rig.verified(3);
        rig.ask(rig.commands.removeBot(3));
        assertThat(rig.refusalOf(replaceToken(3, old))).isEqualTo(RefusalCode.NO_BOT);
        assertThat(rig.refusalOf(rig.commands.accessBot(3, old))).isEqualTo(RefusalCode.NO_BOT);
        rig.verified(3);
        assertThat(rig.refusalOf(replaceToken(3, old))).isEqualTo(RefusalCode.BOT_REMOVED);
        assertThat(rig.refusalOf(rig.commands.changeRateLimits(3, old, "1", 1))).isEqualTo(RefusalCode.BOT_REMOVED);
        assertThat(rig.refusalOf(rig.commands.accessBot(3, old))).isEqualTo(RefusalCode.BOT_REMOVED);
    }

    @Test
    void anAnswerAboutTheOldTokenSaysNothingOfTheNewOne() {
        var row = rig.register(4).id().value();
        rig.sandbox
                .faults()
                .add(Fault.error(401).after(Duration.ofMillis(700)).forBot(5004).forMethod("getMe"));
        var verify = rig.commands.verifyBot(4, row);
        rig.send(verify);
        await().atMost(WorkerRig.PATIENCE).until(() -> rig.looks(4) == 1);
        rig.ask(replaceToken(4, row));
        assertThat(rig.eventOf(verify.commandId())).isInstanceOf(BotVerified.class);
        assertThat(rig.looks(4)).isEqualTo(2);
    }

    @Test
    void aCallThatTheOldTokenFailedDoesNotRejectTheNewOne() {
        var row = rig.verified(5);
        rig.sandbox
                .faults()
                .add(Fault.error(401).after(Duration.ofMillis(700)).forBot(5005).forMethod("sendMessage"));
        var call = rig.commands.sendMessage(5, row, "42", "with a dead token");
        rig.send(call);
        await().atMost(WorkerRig.PATIENCE).until(() -> rig.sent(5).size() == 1);
        rig.ask(replaceToken(5, row));
        assertThat(rig.ask(rig.commands.verifyBot(5, row))).isInstanceOf(BotVerified.class);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallFailed.class);
        var next = rig.commands.sendMessage(5, row, "42", "with the new one");
        rig.send(next);
        assertThat(rig.outcomeOf(next.commandId())).isInstanceOf(CallSucceeded.class);
    }

    @Test
    void anAdminsLookTellsWhoTheBotIsAlsoOfASuspendedOneAndChangesNothing() {
        var row = rig.verified(6);
        rig.ask(rig.commands.suspendBot(6));
        var before = view(6);
        var looked = rig.ask(rig.commands.accessBot(6, row), BotAccessed.class);
        assertThat(looked.profile())
                .isNotNull()
                .satisfies(profile -> assertThat(profile.id().value()).isEqualTo(5006));
        assertThat(looked.failure()).isNull();
        assertThat(looked.head().actor().role()).isEqualTo(Role.ADMIN);
        assertThat(view(6)).isEqualTo(before);
    }

    @Test
    void anAdminsLookAtADeadTokenIsRecordedAndChangesNothing() {
        var row = rig.verified(7);
        var before = view(7);
        rig.sandbox.revoke(5007);
        var looked = rig.ask(rig.commands.accessBot(7, row), BotAccessed.class);
        assertThat(looked.profile()).isNull();
        assertThat(looked.failure()).isEqualTo(VerificationFailure.TOKEN_REJECTED);
        assertThat(view(7)).isEqualTo(before);
    }

    @Test
    void rule5AHangingLookHoldsUpNoOtherCommandOfItsUser() {
        var row = rig.verified(8);
        rig.sandbox.faults().add(Fault.hanging().forBot(5008).forMethod("getMe"));
        var look = rig.commands.accessBot(8, row);
        rig.send(look);
        await().atMost(WorkerRig.PATIENCE).until(() -> rig.looks(8) == 2);
        assertThat(rig.ask(rig.commands.suspendBot(8))).isInstanceOf(BotSuspended.class);
        assertThat(rig.events()).extracting(event -> event.head().commandId()).doesNotContain(look.commandId());
    }

    private ReplaceToken replaceToken(long user, long row) {
        var token = Tokens.anotherOf(5_000 + user);
        return rig.commands.replaceToken(user, row, token.botId().value(), rig.sealed(user, token));
    }

    private String view(long user) {
        return rig.seenByGateways("select b::text from bots.bot_view b where user_id = " + user)
                .orElseThrow();
    }
}
