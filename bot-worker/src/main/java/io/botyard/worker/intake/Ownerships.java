package io.botyard.worker.intake;

import io.botyard.contract.wire.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions this worker owns, and those it is taking over. The polling thread alone changes them. */
final class Ownerships {

    private static final Logger LOG = LoggerFactory.getLogger(Ownerships.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    /** A partition whose lease is held and whose past is known. */
    record Taken(OwnedPartition owned, Handover handover) {}

    private final Takeover takeover;
    private final LeaseKeeper keeper;
    private final Map<Integer, OwnedPartition> owned = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Set<Integer>> underWay = new AtomicReference<>(Set.of());
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("takeover").factory());
    private long lastTry;

    Ownerships(Takeover takeover, LeaseKeeper keeper) {
        this.takeover = takeover;
        this.keeper = keeper;
    }

    Optional<OwnedPartition> of(int partition) {
        return Optional.ofNullable(owned.get(partition));
    }

    Collection<OwnedPartition> all() {
        return List.copyOf(owned.values());
    }

    /** How many records of a topic are not finished, by partition. */
    Map<TopicPartition, Integer> open(Topic topic) {
        return owned.values().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(
                                topic.topicName(), partition.lease().partition()),
                        partition -> partition.open(topic)));
    }

    /** How many calls are set aside in the partitions it owns. */
    int parked() {
        return owned.values().stream()
                .mapToInt(partition -> partition.backlog().parked())
                .sum();
    }

    /** Starts to take over what is assigned and not owned, unless that is under way; never blocks. */
    void seek(Set<Integer> assigned, long now) {
        var missing = new ArrayList<Integer>(assigned);
        missing.removeAll(owned.keySet());
        if (missing.isEmpty() || now - lastTry < BETWEEN_TRIES.toNanos()) {
            return;
        }
        if (underWay.compareAndSet(Set.of(), Set.copyOf(missing))) {
            lastTry = now;
            thread.execute(() -> takeOver(missing));
        }
    }

    /**
     * Partitions that have become this worker's since the last call; those no longer wanted are given back.
     *
     * @param before told of each while nothing of it has begun: from then on what waits there may start at any moment
     */
    List<Taken> arrived(Set<Integer> assigned, IntConsumer before) {
        var arrivals = new ArrayList<Taken>();
        for (var next = taken.poll(); next != null; next = taken.poll()) {
            var lease = next.owned().lease();
            if (assigned.contains(lease.partition()) && !lease.ending()) {
                before.accept(lease.partition());
                owned.put(lease.partition(), next.owned());
                arrivals.add(next);
            } else {
                lease.end();
                keeper.release(lease);
            }
        }
        return arrivals;
    }

    /** Those whose lease another worker has taken: gone without a hand-over. */
    List<Integer> lost() {
        var gone = owned.values().stream()
                .filter(partition -> partition.lease().ending())
                .map(partition -> partition.lease().partition())
                .toList();
        gone.forEach(owned::remove);
        return gone;
    }

    void remove(OwnedPartition partition) {
        owned.remove(partition.lease().partition());
    }

    /** Ends a takeover that is under way, which takes 5 s at most, and every lease: nobody reads here any more. */
    void close() {
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                takeover.close();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        taken.forEach(next -> {
            next.owned().lease().end();
            keeper.release(next.owned().lease());
        });
        owned.values().forEach(partition -> partition.lease().end());
    }

    private void takeOver(List<Integer> missing) {
        try {
            takeover.of(missing, (partition, handover) -> taken.add(new Taken(partition, handover)));
        } catch (RuntimeException failure) {
            // The polling thread asks again: what is away now may be back then.
            LOG.atWarn()
                    .addKeyValue("reason", failure.getClass().getSimpleName())
                    .log("takeover failed, trying again");
        } finally {
            underWay.set(Set.of());
        }
    }
}
