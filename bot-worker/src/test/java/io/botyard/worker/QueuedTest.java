package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.sandbox.fault.Fault;
import io.botyard.sandbox.ledger.Call;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Calls that wait for a turn of their bot: they cost memory and no thread, and hear of everything that is news to them. */
@ExtendWith(SharedWorker.class)
class QueuedTest {

    private static final int AT_ONCE = 10;
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
        var queued = queued(5_701, row);
        // Long before those that hang are given up.
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> threadsOfCalls() <= 2 * AT_ONCE);
        rig.ask(rig.commands.changeRateLimits(5_701, row, "100", 2 * AT_ONCE));
        assertThat(queued)
                .allSatisfy(call -> assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class));
    }

    @Test
    void rule2WhoWaitsForATurnIsRefusedOnceTheBotIsSuspended() {
        var queued = queued(5_702, rig.verified(5_702));
        rig.ask(rig.commands.suspendBot(5_702));
        assertThat(queued)
                .allSatisfy(call -> assertThat(Waiting.refusal(rig.outcomeOf(call.commandId())))
                        .isEqualTo(RefusalCode.BOT_SUSPENDED));
    }

    @Test
    void whoWaitsForATurnExpiresInTime() {
        var row = rig.verified(5_703);
        hang(5_703, AT_ONCE);
        toDifferentChats(5_703, row, AT_ONCE).forEach(rig::send);
        patiently().until(() -> rig.sent(5_703).size() == AT_ONCE);
        var brief = rig.commands.expiringIn(Duration.ofSeconds(1)).sendMessage(5_703, row, "7", "brief");
        rig.send(brief);
        assertThat(rig.outcomeOf(brief.commandId()))
                .isInstanceOfSatisfying(
                        CallExpired.class,
                        expired -> assertThat(expired.head().at())
                                .isBefore(brief.options().expiresAt().plusSeconds(5)));
    }

    /** Calls whose turn has not come, since all that the bot may have under way hang. */
    private List<CallMethod> queued(long user, long row) {
        hang(user, AT_ONCE);
        var calls = toDifferentChats(user, row, MANY);
        calls.forEach(rig::send);
        patiently().until(() -> rig.sent(user).size() == AT_ONCE);
        var hanging = rig.sent(user).stream().map(Call::chatId).toList();
        return calls.stream().filter(call -> !hanging.contains(call.chatId())).toList();
    }

    private void hang(long user, int calls) {
        rig.sandbox
                .faults()
                .add(Fault.hanging()
                        .forBot(user + 5_000)
                        .forMethod("sendMessage")
                        .times(calls));
    }

    private List<CallMethod> toDifferentChats(long user, long row, int many) {
        return IntStream.range(0, many)
                .mapToObj(chat -> rig.commands.sendMessage(user, row, Integer.toString(100 + chat), "m" + chat))
                .toList();
    }

    private int threadsOfCalls() throws IOException {
        var dump = dumps.resolve("threads-" + System.nanoTime() + ".json");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
        return Files.readString(dump).split(THREAD_OF_A_CALL, -1).length - 1;
    }
}
