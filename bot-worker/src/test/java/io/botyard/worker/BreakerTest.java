package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.sandbox.fault.Fault;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rule 7, on the whole way of a call. */
@ExtendWith(SharedWorker.class)
class BreakerTest {

    private final WorkerRig rig;

    BreakerTest(WorkerRig rig) {
        this.rig = rig;
    }

    @Test
    void rule7ATelegramThatFailsABotIsLeftAloneByThatBotAloneAndNoCallIsLostByIt() {
        var row = rig.verified(9_101);
        var other = rig.verified(9_102);
        rig.sandbox
                .faults()
                .add(Fault.error(500).forBot(14_101).forMethod("sendMessage").times(12));
        var calls = IntStream.range(0, 30)
                .mapToObj(chat -> rig.commands.sendMessage(9_101, row, "7" + chat, "m"))
                .toList();
        calls.forEach(rig::send);
        WorkerRig.patiently().until(() -> rig.sent(9_101).size() >= 10);
        await().during(Duration.ofSeconds(2)).until(() -> rig.sent(9_101).size() <= 20);
        var whileOpen = rig.commands.sendMessage(9_102, other, "42", "m");
        rig.send(whileOpen);
        assertThat(rig.outcomeOf(whileOpen.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.sent(9_101).size()).isLessThanOrEqualTo(20);
        assertThat(calls)
                .extracting(CallMethod::commandId)
                .allSatisfy(call -> assertThat(rig.outcomeOf(call)).isInstanceOf(CallSucceeded.class));
        assertThat(rig.sent(9_101)).hasSize(30 + 12);
    }
}
