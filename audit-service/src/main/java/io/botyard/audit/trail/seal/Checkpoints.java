package io.botyard.audit.trail.seal;

import io.botyard.contract.event.HeadsSigned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Hands checkpoints from the thread that works them out to the one that signs. */
@Component
public final class Checkpoints {
    private final Map<Integer, Waiting> waiting = new HashMap<>();
    private Set<Integer> partitions = Set.of();

    /** Those that this instance signs for now. */
    public synchronized Set<Integer> partitions() {
        return partitions;
    }

    /**
     * Asks for a signature; one a partition at a time.
     *
     * @return done when the seal is in Kafka; cancelled when somebody else signs for the partition
     */
    public synchronized Future<Boolean> ask(int partition, HeadsSigned.Checkpoint checkpoint) {
        var asked = new Waiting(partition, checkpoint, new CompletableFuture<>());
        if (!partitions.contains(partition)) {
            asked.signed().cancel(false);
            return asked.signed();
        }
        var before = waiting.put(partition, asked);
        if (before != null) {
            before.signed().cancel(false);
        }
        return asked.signed();
    }

    /** What waits for partitions that are signed for here; what waits for others is given up. */
    synchronized List<Waiting> take(Set<Integer> signedFor) {
        partitions = Set.copyOf(signedFor);
        var mine = waiting.values().stream()
                .collect(Collectors.partitioningBy(one -> partitions.contains(one.partition())));
        mine.getOrDefault(false, List.of()).forEach(one -> one.signed().cancel(false));
        waiting.clear();
        return mine.getOrDefault(true, List.of());
    }

    record Waiting(int partition, HeadsSigned.Checkpoint checkpoint, CompletableFuture<Boolean> signed) {
        void done() {
            signed.complete(true);
        }
    }
}
