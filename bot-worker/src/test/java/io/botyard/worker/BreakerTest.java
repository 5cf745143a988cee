package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.sandbox.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Rule 7, on the whole way of a call. */
class BreakerTest {

    private WorkerRig rig;
    private ConfigurableApplicationContext worker;

    @BeforeEach
    void start(@TempDir Path directory) {
        rig = new WorkerRig(directory);
        worker = rig.startWorker();
    }

    @AfterEach
    void stop() {
        worker.close();
        rig.close();
    }

    @Test
    void rule7ATelegramThatFailsABotIsLeftAloneByThatBotAloneAndNoCallIsLostByIt() {
        var row = rig.verified(1);
        var other = rig.verified(2);
        rig.sandbox
                .faults()
                .add(Fault.error(500).forBot(5001).forMethod("sendMessage").times(12));
        var calls = IntStream.range(0, 30)
                .mapToObj(chat -> rig.commands.sendMessage(1, row, "7" + chat, "m"))
                .toList();
        calls.forEach(rig::send);
        await().atMost(WorkerRig.PATIENCE).until(() -> rig.sent(1).size() >= 10);
        await().during(Duration.ofSeconds(2)).until(() -> rig.sent(1).size() <= 20);
        var whileOpen = rig.commands.sendMessage(2, other, "42", "m");
        rig.send(whileOpen);
        assertThat(rig.outcomeOf(whileOpen.commandId())).isInstanceOf(CallSucceeded.class);
        assertThat(rig.sent(1).size()).isLessThanOrEqualTo(20);
        assertThat(calls)
                .extracting(CallMethod::commandId)
                .allSatisfy(call -> assertThat(rig.outcomeOf(call)).isInstanceOf(CallSucceeded.class));
        assertThat(rig.sent(1)).hasSize(30 + 12);
    }
}
