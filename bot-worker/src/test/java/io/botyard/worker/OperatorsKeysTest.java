package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.KeyRotationStarted;
import io.botyard.contract.event.KeysRetired;
import io.botyard.contract.event.KeysRotated;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Rule 10 where a worker may neither make nor retire a key: it waits for an operator, and says what they did. */
@Tag("faults")
@ExtendWith(OutputCaptureExtension.class)
class OperatorsKeysTest {

    private static final Duration A_WHILE = Duration.ofSeconds(3);

    /** The worker looks again every half minute. */
    private static final Duration NEXT_LOOK = Duration.ofSeconds(60);

    @Test
    void rule10ARotationGoesOnWhenTheKeyIsThereAndTheOldOneIsRetiredWhenAnOperatorDoesIt(
            @TempDir Path directory, CapturedOutput output) {
        try (var vault = WorkersVault.in(directory);
                var rig = new WorkerRig(directory);
                var _ = rig.startWorker(vault.arguments("worker"))) {
            var operator = vault.sealer("operator");
            var row = vault.verified(rig, vault.sealer("gateway"), 1);
            rig.ask(rig.commands.rotateKeys(), KeyRotationStarted.class);
            patiently().during(A_WHILE).until(() -> !isTold(rig, KeysRotated.class));

            operator.rotateFrom(1);
            patiently().until(() -> isTold(rig, KeysRotated.class));
            patiently().until(() -> output.getAll().contains("older keys can be retired"));
            assertThat(isTold(rig, KeysRetired.class)).isFalse();

            operator.retireBefore(2);
            await().atMost(NEXT_LOOK).until(() -> isTold(rig, KeysRetired.class));
            var call = rig.commands.sendMessage(1, row, "42", "still there");
            rig.send(call);
            assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class);
        }
    }

    private static boolean isTold(WorkerRig rig, Class<? extends BotEvent> kind) {
        return rig.events().stream().anyMatch(kind::isInstance);
    }
}
