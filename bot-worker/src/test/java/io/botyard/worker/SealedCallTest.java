package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.sandbox.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call whose body came sealed reaches Telegram as its caller sent it. */
@ExtendWith(SharedWorker.class)
class SealedCallTest {

    private final WorkerRig rig;

    SealedCallTest(WorkerRig rig) {
        this.rig = rig;
    }

    @Test
    void telegramIsAskedForWhatWasSealed() {
        var call = rig.sealedFor(9_601, rig.commands.sendMessage(9_601, rig.verified(9_601), "42", "sealed"));
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.sent(9_601))
                .singleElement()
                .satisfies(sent -> assertThat(sent.text("text")).isEqualTo("sealed"));
    }

    @Test
    void itFollowsItsChatLikeAnyOther() {
        var call = rig.sealedFor(9_602, rig.commands.sendMessage(9_602, rig.verified(9_602), "-7", "sealed"));
        rig.sandbox.faults().add(Fault.migratedTo(-1_001L).forBot(5_000 + 9_602).times(1));
        rig.send(call);
        assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.sent(9_602).getLast().chatId()).isEqualTo("-1001");
    }

    @Test
    void whatWasSealedForAnotherUserReachesNobody() {
        var call = rig.sealedFor(9_604, rig.commands.sendMessage(9_603, rig.verified(9_603), "42", "sealed"));
        rig.send(call);
        var next = rig.commands.sendMessage(9_603, call.id().value(), "42", "readable");
        rig.send(next);
        assertThat(rig.outcomeOf(call.commandId()))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.error().code()).isEqualTo(CallError.SECRET_UNREADABLE));
        assertThat(rig.outcomeOf(next.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.sent(9_603)).hasSize(1);
    }
}
