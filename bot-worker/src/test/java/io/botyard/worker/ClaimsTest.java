package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.Actor;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rule 3: a bot of Telegram's is one user's, and it is not the thief who keeps it. */
@ExtendWith(SharedWorker.class)
class ClaimsTest {

    private final WorkerRig rig;

    ClaimsTest(WorkerRig rig) {
        this.rig = rig;
    }

    @Test
    void rule3WhoeverRevokedAStolenTokenGetsTheBotAtOnce() {
        rig.verified(9_301);
        rig.sandbox.revoke(14_301);
        var row = rig.register(9_311, Tokens.anotherOf(14_301)).id().value();
        assertThat(rig.ask(rig.commands.verifyBot(9_311, row))).isInstanceOf(BotVerified.class);
        assertThat(rig.events())
                .filteredOn(event -> event.head().userId().value() == 9_301)
                .last()
                .isInstanceOfSatisfying(
                        BotVerificationFailed.class,
                        failed -> assertThat(failed.head().actor()).isEqualTo(Actor.SYSTEM));
    }

    @Test
    void rule3AClaimWhoseTokenWorksStandsAndItsHolderNoticesNothing() {
        var held = rig.verified(9_302);
        var row = rig.register(9_312, Tokens.of(14_302)).id().value();
        var looks = rig.looks(9_302);
        assertThat(rig.refusalOf(rig.commands.verifyBot(9_312, row))).isEqualTo(RefusalCode.BOT_TAKEN);
        // The contestant was asked about, and then the holder.
        patiently().until(() -> rig.looks(9_302) == looks + 2);
        var call = rig.commands.sendMessage(9_302, held, "42", "as before");
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
    }
}
