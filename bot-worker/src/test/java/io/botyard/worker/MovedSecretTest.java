package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.BotStatus;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.event.BotAccessed;
import io.botyard.contract.event.BotTokenReplaced;
import io.botyard.contract.event.BotTokenUnreadable;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.testkit.Tokens;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A ciphertext that is put into another user's row opens for nobody, and that is told. */
@Tag("faults")
class MovedSecretTest {

    private static final long THIEF = 1;
    private static final long OWNER = 2;

    private WorkerRig rig;
    private ConfigurableApplicationContext worker;
    private long thiefs;
    private long owners;

    @BeforeEach
    void start(@TempDir Path directory) {
        rig = new WorkerRig(directory);
        worker = rig.startWorker();
        thiefs = rig.verified(THIEF);
        owners = rig.verified(OWNER);
        worker.close();
        rig.change("update bots.bot b set token = o.token from bots.bot o where b.user_id = 1 and o.user_id = 2");
        worker = rig.startWorker();
    }

    @AfterEach
    void stop() {
        worker.close();
        rig.close();
    }

    @Test
    void callsWithItAreRefusedAndTheBotsStateSaysSoOnce() {
        var calls = IntStream.range(0, 4)
                .mapToObj(chat -> rig.commands.sendMessage(THIEF, thiefs, "" + chat, "in another's name"))
                .toList();
        calls.forEach(rig::send);
        calls.forEach(call -> assertThat(rig.outcomeOf(call.commandId()))
                .isInstanceOfSatisfying(
                        CallRefused.class,
                        outcome -> assertThat(outcome.refusal())
                                .extracting(Refusal::code)
                                .isEqualTo(RefusalCode.TOKEN_REJECTED)));
        assertThat(rig.events().stream().filter(BotTokenUnreadable.class::isInstance))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.userId().value()).isEqualTo(THIEF);
                    assertThat(((BotTokenUnreadable) event).status()).isEqualTo(BotStatus.ERROR);
                });
        assertThat(rig.seenByGateways("select last_error from bots.bot_view where user_id = " + THIEF))
                .hasValueSatisfying(error -> assertThat(error).contains("does not open"));
        var removed = rig.commands.sendMessage(THIEF, thiefs + 1_000, "42", "for a bot that was removed");
        rig.send(removed);
        assertThat(rig.outcomeOf(removed.commandId()))
                .isInstanceOfSatisfying(
                        CallRefused.class,
                        outcome -> assertThat(outcome.refusal().code()).isEqualTo(RefusalCode.BOT_REMOVED));
        assertThat(rig.sent(OWNER))
                .as("nothing was sent by the bot whose token it is")
                .isEmpty();
        var own = rig.commands.sendMessage(OWNER, owners, "42", "in my own");
        rig.send(own);
        assertThat(rig.outcomeOf(own.commandId())).isInstanceOf(CallSucceeded.class);
    }

    @Test
    void aVerificationFailsAndSaysWhyAndANewTokenBringsTheBotBack() {
        var failed = rig.ask(rig.commands.verifyBot(THIEF, thiefs), BotVerificationFailed.class);
        assertThat(failed.reason()).isEqualTo(VerificationFailure.TOKEN_UNREADABLE);
        assertThat(failed.status()).isEqualTo(BotStatus.ERROR);
        var looked = rig.ask(rig.commands.accessBot(THIEF, thiefs), BotAccessed.class);
        assertThat(looked.failure()).isEqualTo(VerificationFailure.TOKEN_UNREADABLE);
        var token = Tokens.anotherOf(5_000 + THIEF);
        rig.ask(
                rig.commands.replaceToken(THIEF, thiefs, token.botId().value(), rig.sealed(THIEF, token)),
                BotTokenReplaced.class);
        rig.ask(rig.commands.verifyBot(THIEF, thiefs), BotVerified.class);
        var call = rig.commands.sendMessage(THIEF, thiefs, "42", "in my own name");
        rig.send(call);
        patiently().until(() -> rig.sent(THIEF).size() == 1);
    }

    @Test
    void whatIsPutBackOpensAgain() {
        rig.ask(rig.commands.verifyBot(THIEF, thiefs), BotVerificationFailed.class);
        var own = rig.sealed(THIEF, Tokens.of(5_000 + THIEF)).value();
        rig.change("update bots.bot set token = '" + own + "' where user_id = " + THIEF);
        rig.ask(rig.commands.verifyBot(THIEF, thiefs), BotVerified.class);
    }
}
