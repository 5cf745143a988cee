package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.event.CallSucceeded;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a lease has ended is news to whoever waits for a turn: lanes that they kept would be shut to their next owner. */
@Tag("faults")
class QueuedTakeoverTest {

    private static final int MANY = 40;
    private static final String TAKEN_AWAY =
            "update bots.ownership set epoch = epoch + 1, holder = 'somebody else', lease_until = 'epoch'";

    @Test
    void whoWaitsForATurnLeavesWithTheLeaseAndIsMadeByTheNextOwnerWhileTheOthersHang(@TempDir Path directory) {
        try (var rig = new WorkerRig(directory);
                var _ = rig.startWorker()) {
            var crowd = Crowd.of(rig, 1, rig.verified(1), MANY);
            rig.change(TAKEN_AWAY);
            assertThat(crowd.waiting())
                    .allSatisfy(
                            call -> assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class));
            assertThat(crowd.hanging())
                    .allSatisfy(
                            call -> assertThat(rig.outcomesOf(call.commandId())).isEmpty());
            assertThat(rig.sent(1)).extracting(sent -> sent.text("text")).doesNotHaveDuplicates();
        }
    }
}
