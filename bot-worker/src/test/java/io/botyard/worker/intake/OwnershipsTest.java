package io.botyard.worker.intake;

import static io.botyard.worker.WorkerRig.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.worker.WorkerRig;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partitions that become a worker's. */
class OwnershipsTest {

    private static final Set<Integer> ALL = Set.of(0, 1, 2, 3);

    /** Else a parked call may hold a turn among those of a bot that is forgotten then, and more are made at once. */
    @Test
    void nothingOfAPartitionBeginsBeforeWhatWasKnownOfItsBotsIsForgotten(@TempDir Path directory) {
        try (var rig = new WorkerRig(directory);
                var worker = rig.startWorker()) {
            worker.getBean("intake", BackgroundLifecycle.class).stop();
            var ownerships = new Ownerships(worker.getBean(Takeover.class), worker.getBean(LeaseKeeper.class));
            var ownedThen = new TreeMap<Integer, Boolean>();
            patiently().until(() -> {
                ownerships.seek(ALL, System.nanoTime());
                var _ = ownerships.arrived(
                        ALL,
                        partition -> ownedThen.put(
                                partition, ownerships.of(partition).isPresent()));
                return ownedThen.keySet().equals(ALL);
            });
            assertThat(ALL).allMatch(partition -> ownerships.of(partition).isPresent());
            ownerships.close();
            assertThat(ownedThen.values()).containsOnly(false);
        }
    }
}
