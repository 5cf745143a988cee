package io.botyard.worker.intake;

import io.botyard.worker.store.Lease;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;

/** Gives partitions back: nothing new starts, what is under way gets a moment to end, then others may take them. */
final class Handback {

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final LeaseKeeper keeper;
    private final int partitions;

    Handback(LeaseKeeper keeper, int partitions) {
        this.keeper = keeper;
        this.partitions = partitions;
    }

    int partitions() {
        return partitions;
    }

    void drain(Collection<OwnedPartition> owned, Duration atMost) {
        owned.forEach(partition -> partition.lease().end());
        for (var left = atMost; !left.isNegative() && busy(owned); left = left.minus(GLANCE)) {
            pause();
        }
    }

    void release(OwnedPartition owned) {
        keeper.release(owned.lease());
    }

    private static boolean busy(Collection<OwnedPartition> owned) {
        return owned.stream().map(OwnedPartition::lease).anyMatch(Lease::inUse);
    }

    private static void pause() {
        LockSupport.parkNanos(GLANCE.toNanos());
    }
}
