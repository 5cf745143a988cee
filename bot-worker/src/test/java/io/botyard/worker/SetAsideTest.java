package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.event.CallUnknown;
import io.botyard.sandbox.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule 3 for a call that was set aside and whose record is read again: the row and the record are one call, also when the
 * row has come to its end before the record has come to anything.
 */
@Tag("faults")
class SetAsideTest {

    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final int LONG = 60;

    @Test
    void rule3ACallThatIsUnknownIsNotSetAsideAnewByItsRecord(@TempDir Path directory) throws Exception {
        try (var rig = new WorkerRig(directory);
                var hold = rig.database.connect();
                var statement = hold.createStatement()) {
            var first = rig.startWorkerProcess();
            var row = rig.verified(1);
            var faults = rig.sandbox.faults();
            // What hangs keeps the records behind it from being committed.
            faults.add(Fault.hanging().forBot(5_001).forChat(1));
            faults.add(Fault.tooManyRequests(LONG).forBot(5_001).forChat(42));
            rig.send(rig.commands.sendMessage(1, row, "1", "hangs"));
            rig.send(rig.commands.sendMessage(1, row, "42", "meets the gate"));
            var call = rig.commands.keyed().sendMessage(1, row, "42", "once");
            rig.send(call);
            rig.send(call);
            patiently().until(() -> parked(rig) == 2);
            first.kill();
            openGates(rig);
            rig.change("update bots.parked_call set started_until = now() where command_id = '"
                    + call.commandId().value() + "'");

            hold.setAutoCommit(false);
            statement.execute("lock table bots.keyed_call in access exclusive mode");
            try (var _ = rig.startWorker()) {
                assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallUnknown.class);
                hold.rollback();
                patiently().during(SILENCE).untilAsserted(() -> {
                    assertThat(rig.outcomesOf(call.commandId())).hasSize(1);
                    assertThat(texts(rig)).doesNotContain("once");
                });
            }
        }
    }

    private static long parked(WorkerRig rig) {
        return rig.count("select count(*) from bots.parked_call");
    }

    private static void openGates(WorkerRig rig) {
        rig.change("delete from bots.gate");
        rig.change("update bots.parked_call set not_before = now()");
    }

    private static List<String> texts(WorkerRig rig) {
        return rig.sent(1).stream().map(sent -> sent.text("text")).toList();
    }
}
