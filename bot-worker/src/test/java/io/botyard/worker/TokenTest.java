package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.BotToken;
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
import io.botyard.worker.bot.WebhookSecret;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another token for the same bot, and an admin's look at who the token says it is. */
@ExtendWith(SharedWorker.class)
class TokenTest {

    private final WorkerRig rig;

    TokenTest(WorkerRig rig) {
        this.rig = rig;
    }

    @Test
    void aReplacedTokenIsToBeVerifiedAndTheOldOneIsNeverUsedAgain() {
        var row = rig.verified(4_001);
        rig.ask(rig.commands.changeRateLimits(4_001, row, "7", 3));
        rig.sandbox.revoke(9_001);
        var replaced = rig.ask(replaceToken(4_001, row), BotTokenReplaced.class);
        assertThat(replaced.status()).isEqualTo(BotStatus.PENDING);
        assertThat(replaced.id().value()).isEqualTo(row);
        var early = rig.commands.sendMessage(4_001, row, "42", "not verified yet");
        rig.send(early);
        assertThat(rig.outcomeOf(early.commandId()))
                .isInstanceOfSatisfying(
                        CallRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.BOT_NOT_VERIFIED));
        assertThat(rig.ask(rig.commands.verifyBot(4_001, row))).isInstanceOf(BotVerified.class);
        var call = rig.commands.sendMessage(4_001, row, "42", "with the new token");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.ask(rig.commands.changeRateLimits(4_001, row, null, 4), BotRateLimitsChanged.class)
                        .before()
                        .maxConcurrentRequests())
                .isEqualTo(3);
    }

    /** Nobody but its worker can make it, and it goes with the token. */
    @Test
    void gatewaysRecognizeWhatTelegramSendsForAVerifiedBotOnly() {
        var row = rig.register(4_009).id().value();
        assertThat(webhook(4_009)).as("not verified").isEmpty();
        rig.ask(rig.commands.verifyBot(4_009, row));
        assertThat(webhook(4_009)).contains(secret(Tokens.of(9_009), row));
        rig.ask(replaceToken(4_009, row));
        assertThat(webhook(4_009)).as("another token").isEmpty();
        rig.ask(rig.commands.verifyBot(4_009, row));
        assertThat(webhook(4_009)).contains(secret(Tokens.anotherOf(9_009), row));
        rig.ask(rig.commands.suspendBot(4_009));
        assertThat(webhook(4_009)).as("suspended").isEmpty();
    }

    @Test
    void theTokenOfAnotherBotIsRefused() {
        var row = rig.verified(4_002);
        var foreign = rig.commands.replaceToken(4_002, row, 4712, rig.sealed(4_002, Tokens.of(4712)));
        assertThat(rig.refusalOf(foreign)).isEqualTo(RefusalCode.TOKEN_OF_ANOTHER_BOT);
        var call = rig.commands.sendMessage(4_002, row, "42", "as before");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
    }

    @Test
    void rule13WhatWasMeantForABotSinceRemovedDoesNotReachTheNextOne() {
        var old = rig.verified(4_003);
        rig.ask(rig.commands.removeBot(4_003));
        assertThat(rig.refusalOf(replaceToken(4_003, old))).isEqualTo(RefusalCode.NO_BOT);
        assertThat(rig.refusalOf(rig.commands.accessBot(4_003, old))).isEqualTo(RefusalCode.NO_BOT);
        rig.verified(4_003);
        assertThat(rig.refusalOf(replaceToken(4_003, old))).isEqualTo(RefusalCode.BOT_REMOVED);
        assertThat(rig.refusalOf(rig.commands.changeRateLimits(4_003, old, "1", 1)))
                .isEqualTo(RefusalCode.BOT_REMOVED);
        assertThat(rig.refusalOf(rig.commands.accessBot(4_003, old))).isEqualTo(RefusalCode.BOT_REMOVED);
    }

    @Test
    void anAnswerAboutTheOldTokenSaysNothingOfTheNewOne() {
        var row = rig.register(4_004).id().value();
        rig.sandbox
                .faults()
                .add(Fault.error(401)
                        .after(Duration.ofMillis(700))
                        .forBot(9_004)
                        .forMethod("getMe"));
        var verify = rig.commands.verifyBot(4_004, row);
        rig.send(verify);
        patiently().until(() -> rig.looks(4_004) == 1);
        rig.ask(replaceToken(4_004, row));
        assertThat(rig.eventOf(verify.commandId())).isInstanceOf(BotVerified.class);
        assertThat(rig.looks(4_004)).isEqualTo(2);
    }

    @Test
    void aCallThatTheOldTokenFailedDoesNotRejectTheNewOne() {
        var row = rig.verified(4_005);
        rig.sandbox
                .faults()
                .add(Fault.error(401)
                        .after(Duration.ofMillis(700))
                        .forBot(9_005)
                        .forMethod("sendMessage"));
        var call = rig.commands.sendMessage(4_005, row, "42", "with a dead token");
        rig.send(call);
        patiently().until(() -> rig.sent(4_005).size() == 1);
        rig.ask(replaceToken(4_005, row));
        assertThat(rig.ask(rig.commands.verifyBot(4_005, row))).isInstanceOf(BotVerified.class);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallFailed.class);
        var next = rig.commands.sendMessage(4_005, row, "42", "with the new one");
        rig.send(next);
        assertThat(rig.outcomeOf(next.commandId())).isInstanceOf(CallSucceeded.class);
    }

    @Test
    void anAdminsLookTellsWhoTheBotIsAlsoOfASuspendedOneAndChangesNothing() {
        var row = rig.verified(4_006);
        rig.ask(rig.commands.suspendBot(4_006));
        var before = view(4_006);
        var looked = rig.ask(rig.commands.accessBot(4_006, row), BotAccessed.class);
        assertThat(looked.profile())
                .isNotNull()
                .satisfies(profile -> assertThat(profile.id().value()).isEqualTo(9_006));
        assertThat(looked.failure()).isNull();
        assertThat(looked.head().actor().role()).isEqualTo(Role.ADMIN);
        assertThat(view(4_006)).isEqualTo(before);
    }

    @Test
    void anAdminsLookAtADeadTokenIsRecordedAndChangesNothing() {
        var row = rig.verified(4_007);
        var before = view(4_007);
        rig.sandbox.revoke(9_007);
        var looked = rig.ask(rig.commands.accessBot(4_007, row), BotAccessed.class);
        assertThat(looked.profile()).isNull();
        assertThat(looked.failure()).isEqualTo(VerificationFailure.TOKEN_REJECTED);
        assertThat(view(4_007)).isEqualTo(before);
    }

    @Test
    void rule5AHangingLookHoldsUpNoOtherCommandOfItsUser() {
        var row = rig.verified(4_008);
        rig.sandbox.faults().add(Fault.hanging().forBot(9_008).forMethod("getMe"));
        var look = rig.commands.accessBot(4_008, row);
        rig.send(look);
        patiently().until(() -> rig.looks(4_008) == 2);
        assertThat(rig.ask(rig.commands.suspendBot(4_008))).isInstanceOf(BotSuspended.class);
        assertThat(rig.events()).extracting(event -> event.head().commandId()).doesNotContain(look.commandId());
    }

    private ReplaceToken replaceToken(long user, long row) {
        var token = Tokens.anotherOf(5_000 + user);
        return rig.commands.replaceToken(user, row, token.botId().value(), rig.sealed(user, token));
    }

    private Optional<String> webhook(long user) {
        return rig.seenByGateways("select secret_sha256 from bots.webhook_view where user_id = " + user);
    }

    private static String secret(BotToken token, long row) {
        return WebhookSecret.of(token, new BotRowId(row)).sha256();
    }

    private String view(long user) {
        return rig.seenByGateways("select b::text from bots.bot_view b where user_id = " + user)
                .orElseThrow();
    }
}
