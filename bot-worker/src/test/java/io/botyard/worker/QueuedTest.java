package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallSucceeded;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Calls that wait for a turn of their bot: they cost memory and no thread, and hear of everything that is news to them. */
@ExtendWith(SharedWorker.class)
class QueuedTest {

    private static final int MANY = 200;
    private static final String THREAD_OF_A_CALL = "\"name\": \"call-";

    private final WorkerRig rig;

    @TempDir
    Path dumps;

    QueuedTest(WorkerRig rig) {
        this.rig = rig;
    }

    @Test
    void whoWaitsForATurnHasNoThreadAndGoesWhenItComes() {
        var row = rig.verified(5_701);
        var waiting = Crowd.of(rig, 5_701, row, MANY).waiting();
        // Long before those that hang are given up.
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(10))
                .until(() -> threadsOfCalls() <= 2 * Crowd.AT_ONCE);
        rig.ask(rig.commands.changeRateLimits(5_701, row, "100", 2 * Crowd.AT_ONCE));
        assertThat(waiting)
                .allSatisfy(call -> assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class));
    }

    @Test
    void rule2WhoWaitsForATurnIsRefusedOnceTheBotIsSuspended() {
        var waiting = Crowd.of(rig, 5_702, rig.verified(5_702), MANY).waiting();
        rig.ask(rig.commands.suspendBot(5_702));
        assertThat(waiting)
                .allSatisfy(call -> assertThat(Waiting.refusal(rig.outcomeOf(call.commandId())))
                        .isEqualTo(RefusalCode.BOT_SUSPENDED));
    }

    @Test
    void whoWaitsForATurnExpiresInTime() {
        var row = rig.verified(5_703);
        var _ = Crowd.of(rig, 5_703, row, Crowd.AT_ONCE);
        var brief = rig.commands.expiringIn(Duration.ofSeconds(1)).sendMessage(5_703, row, "7", "brief");
        rig.send(brief);
        assertThat(rig.outcomeOf(brief.commandId()))
                .isInstanceOfSatisfying(
                        CallExpired.class,
                        expired -> assertThat(expired.head().at())
                                .isBefore(brief.options().expiresAt().plusSeconds(5)));
    }

    private int threadsOfCalls() throws IOException {
        var dump = dumps.resolve("threads-" + System.nanoTime() + ".json");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
        return Files.readString(dump).split(THREAD_OF_A_CALL, -1).length - 1;
    }
}
