package io.botyard.worker;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallSucceeded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many bots that are not in memory are called at once, and the database is slow to say who they are. */
@Tag("faults")
class ColdStormTest {

    /** A lease lasts for five seconds. */
    private static final Duration SLOW = Duration.ofSeconds(7);

    @Test
    void leasesAreRenewedWhileEveryConnectionWaits(@TempDir Path directory) throws Exception {
        try (var rig = new WorkerRig(directory)) {
            var rows = new TreeMap<Long, Long>();
            try (var _ = rig.startWorker()) {
                LongStream.rangeClosed(1, 24).forEach(user -> rows.put(user, rig.verified(user)));
            }
            try (var _ = rig.startWorker(
                            "--spring.datasource.hikari.maximum-pool-size=4", "--botyard.worker.fleet.loads=8");
                    var hold = rig.database.connect();
                    var statement = hold.createStatement()) {
                assertAnswered(rig, sent(rig, rows.headMap(13L)));
                hold.setAutoCommit(false);
                statement.execute("lock table bots.bot in access exclusive mode");
                var calls = sent(rig, rows.tailMap(13L));
                patiently().during(SLOW).until(() -> expired(rig) == 0);
                hold.rollback();
                assertAnswered(rig, calls);
            }
        }
    }

    private static List<CallMethod> sent(WorkerRig rig, Map<Long, Long> rows) {
        var calls = rows.entrySet().stream()
                .map(user -> rig.commands.sendMessage(user.getKey(), user.getValue(), "42", "good morning"))
                .toList();
        calls.forEach(rig::send);
        return calls;
    }

    private static void assertAnswered(WorkerRig rig, List<CallMethod> calls) {
        assertThat(calls)
                .allSatisfy(call -> assertThat(rig.outcomeOf(call.commandId())).isInstanceOf(CallSucceeded.class));
    }

    private static long expired(WorkerRig rig) {
        return rig.count("select count(*) from bots.ownership where lease_until < clock_timestamp()");
    }
}
