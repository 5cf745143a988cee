package io.botyard.audit.trail.seal;

import io.botyard.audit.entry.Entry;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.contract.wire.UserPartitions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs what one consumer records, in the partitions it reads. A seal says what was recorded since the seal before it,
 * and is in Kafka before the next one is made. All of it happens on the consumer's thread.
 */
public final class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    /** So many wait in memory at most, and fit into one record. */
    private static final int MOST_ENTRIES = 4_000;

    /** So many are signed before their time if no other partition has more: so not all come to the most at once. */
    private static final int MANY_ENTRIES = 2_000;

    private final SealParts parts;
    private final SealLog log;
    private final LeftOff before;
    private final UserPartitions users;
    private final Map<Integer, PartitionSeals> open = new HashMap<>();
    private final Map<Integer, PartitionSeals> behind = new HashMap<>();
    private Instant next;
    private RecordedHashes.Reading recorded;

    Sealing(SealParts parts, KafkaSender sender, UserPartitions users) {
        this.parts = parts;
        this.log = new SealLog(sender);
        this.before = new LeftOff(parts, log);
        this.users = users;
        this.next = parts.now();
        this.recorded = parts.recorded().by(users);
    }

    /**
     * Takes up these partitions where whoever signed for them left off.
     *
     * @param positions how far the database says that the topics were read
     */
    public void place(Collection<TopicPartition> partitions, Map<TopicPartition, Long> positions) {
        forget();
        recorded = parts.recorded().by(users);
        try (var kafka = parts.reader()) {
            for (var partition : partitions.stream()
                    .map(TopicPartition::partition)
                    .distinct()
                    .toList()) {
                take(kafka, before.seals(kafka, partition), partition, Retold.sources(partition, positions));
            }
        }
        next = parts.now().plus(parts.every());
    }

    /** Stops signing until {@link #place}: what was recorded is found again then. */
    public void forget() {
        open.clear();
        behind.clear();
        var _ = parts.checkpoints().take(Set.of());
    }

    /** Whether an older database catches up with what was signed: then nothing may be under way when it is noted. */
    public boolean isBehind() {
        return !behind.isEmpty();
    }

    /**
     * Notes what was recorded, as it was made: what is signed does not come out of the database, where somebody may have
     * had a hand in it.
     *
     * @param entries all that was recorded since this was called last, in the order of each chain
     * @param positions up to which it was
     */
    public void recorded(List<Entry> entries, Map<TopicPartition, Long> positions) {
        open.keySet()
                .retainAll(positions.keySet().stream()
                        .map(TopicPartition::partition)
                        .collect(Collectors.toSet()));
        for (var entry : entries) {
            var seals = open.get(users.of(entry.says().userId()));
            if (seals != null) {
                seals.add(entry);
            }
        }
        open.forEach((partition, seals) -> seals.readUpTo(Retold.sources(partition, positions)));
        catchUp(positions);
    }

    /** Signs what was noted where it is time to, or very much; more may be recorded meanwhile. */
    public void signWhatIsDue() {
        open.values().stream()
                .max(Comparator.comparingInt(PartitionSeals::entries))
                .filter(seals -> seals.entries() >= MANY_ENTRIES)
                .ifPresent(this::seal);
        open.values().stream().filter(seals -> seals.entries() >= MOST_ENTRIES).forEach(this::seal);
        if (!parts.now().isBefore(next)) {
            sealAll();
            next = parts.now().plus(parts.every());
        }
        parts.checkpoints().take(open.keySet()).forEach(this::seal);
    }

    private void seal(Checkpoints.Waiting asked) {
        var seals = open.get(asked.partition());
        if (seals != null) {
            seals.allow(asked.checkpoint());
            seal(seals);
            asked.done();
        }
    }

    /** Signs all that waits, as before a stop. */
    public void sealAll() {
        open.values().forEach(this::seal);
    }

    private void take(Stretch kafka, PartitionSeals seals, int partition, Map<String, Long> positions) {
        var old = seals.isAheadOf(positions);
        parts.metrics().behind(partition, old);
        if (old) {
            LOG.atError()
                    .addKeyValue("partition", partition)
                    .log("the database has read less than was signed: an older one was put in its place");
            log.tell(seals.restored(positions, parts.now()));
            behind.put(partition, seals);
            return;
        }
        if (seals.isFirst()) {
            recorded.everything(partition, (user, seq, hash) -> {
                seals.add(user, seq, hash);
                if (seals.entries() >= MOST_ENTRIES) {
                    seal(seals);
                }
            });
        } else {
            parts.retold()
                    .entries(kafka, partition, seals.signedSources(), positions)
                    .forEach(seals::add);
        }
        seals.readUpTo(positions);
        open.put(partition, seals);
    }

    /** Once as much is read again as was signed, signing goes on behind that. */
    private void catchUp(Map<TopicPartition, Long> positions) {
        var caughtUp = behind.entrySet().stream()
                .filter(one -> !one.getValue().isAheadOf(Retold.sources(one.getKey(), positions)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (caughtUp.isEmpty()) {
            return;
        }
        try (var kafka = parts.reader()) {
            caughtUp.forEach((partition, seals) -> {
                behind.remove(partition);
                take(kafka, seals, partition, Retold.sources(partition, positions));
            });
        }
    }

    private void seal(PartitionSeals seals) {
        if (!seals.moved()) {
            return;
        }
        var many = seals.entries();
        var seal = parts.signer().sign(seals.draft(parts.now(), others(seals)));
        var record = SealLog.record(seal);
        parts.rows().move(seals.kept(), seal, new String(record.value(), StandardCharsets.UTF_8));
        log.send(record);
        seals.sealed(seal);
        parts.metrics().sealed(many);
    }

    private List<HeadsSigned.Other> others(PartitionSeals seals) {
        return open.values().stream()
                .filter(other -> other != seals)
                .flatMap(other -> other.newest().stream())
                .sorted(Comparator.comparingInt(HeadsSigned.Other::partition))
                .toList();
    }
}
