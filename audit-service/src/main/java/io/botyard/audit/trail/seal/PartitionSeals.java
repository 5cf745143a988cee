package io.botyard.audit.trail.seal;

import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.EntryHash;
import io.botyard.audit.entry.proof.SealForm;
import io.botyard.contract.Actor;
import io.botyard.contract.EventId;
import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessHead;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.event.TrailRestored;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the seals of one partition stand, and what goes into the next. */
final class PartitionSeals {
    private final int partition;
    private final Unsigned unsigned = new Unsigned();
    private final TreeMap<String, Long> sources = new TreeMap<>();
    private @Nullable HeadsSigned last;
    private HeadsSigned.@Nullable Checkpoint checkpoint;
    private long kept;

    /**
     * Begins behind the last seal.
     *
     * @param kept the number that stands in the database
     */
    PartitionSeals(int partition, @Nullable HeadsSigned last, long kept) {
        this.partition = partition;
        this.last = last;
        this.kept = kept;
        this.sources.putAll(signedSources());
    }

    /** How far the topics were read when this partition was signed last. */
    Map<String, Long> signedSources() {
        var signed = new TreeMap<String, Long>();
        Optional.ofNullable(last).stream()
                .flatMap(seal -> seal.sources().stream())
                .forEach(source -> signed.put(source.topic(), source.next()));
        return signed;
    }

    /** The newest seal of this partition, as others tell of it; none before the first. */
    Optional<HeadsSigned.Other> newest() {
        return Optional.ofNullable(last).map(seal -> new HeadsSigned.Other(partition, seal.number()));
    }

    boolean isFirst() {
        return last == null;
    }

    /** Whether the database has read less than was signed: an older one was put in its place. */
    boolean isAheadOf(Map<String, Long> positions) {
        return signedSources().entrySet().stream()
                .anyMatch(signed -> positions.getOrDefault(signed.getKey(), 0L) < signed.getValue());
    }

    /** What is to be recorded of that: the same for the same seal, however often it is found out. */
    TrailRestored restored(Map<String, Long> positions, Instant now) {
        var seal = Optional.ofNullable(last).map(HeadsSigned::number).orElse(0L);
        var missing = signedSources().entrySet().stream()
                .mapToLong(signed -> Math.max(0, signed.getValue() - positions.getOrDefault(signed.getKey(), 0L)))
                .sum();
        var name = "restored-" + partition + "-" + seal;
        var id = new EventId(UUID.nameUUIDFromBytes(("trail_" + name).getBytes(StandardCharsets.UTF_8)));
        var head = new AccessHead(id, UserId.PLATFORM, now, Actor.SYSTEM, name);
        return new TrailRestored(head, partition, seal, missing);
    }

    void add(Entry entry) {
        add(entry.says().userId(), entry.seq(), entry.hash());
    }

    void add(UserId user, long seq, EntryHash hash) {
        unsigned.add(user, seq, hash);
    }

    void readUpTo(Map<String, Long> positions) {
        sources.putAll(positions);
    }

    /** Goes into the next seal. */
    void allow(HeadsSigned.Checkpoint drop) {
        checkpoint = drop;
    }

    int entries() {
        return unsigned.entries();
    }

    boolean moved() {
        return unsigned.entries() > 0 || checkpoint != null || !sources.equals(signedSources());
    }

    long kept() {
        return kept;
    }

    HeadsSigned draft(Instant at, List<HeadsSigned.Other> others) {
        var before = last;
        return new HeadsSigned(
                partition,
                before == null ? 1 : before.number() + 1,
                (before == null ? EntryHash.GENESIS : SealForm.hash(before)).hex(),
                at.truncatedTo(ChronoUnit.MILLIS),
                sources.entrySet().stream()
                        .map(source -> new HeadsSigned.Source(source.getKey(), source.getValue()))
                        .toList(),
                unsigned.heads(),
                others,
                checkpoint,
                "",
                "");
    }

    void sealed(HeadsSigned seal) {
        last = seal;
        kept = seal.number();
        unsigned.clear();
        checkpoint = null;
    }
}
