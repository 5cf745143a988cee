package io.botyard.audit.entry.proof;

import io.botyard.audit.entry.EntryHash;
import io.botyard.contract.event.HeadsSigned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which seals are believed: those signed here, and whether they are all there. */
final class Trust {
    private final Signatures signatures;
    private final Map<Integer, Line> lines = new HashMap<>();
    private final Map<Integer, Long> told = new HashMap<>();
    private final Map<KeptTrails.Source, Long> read = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private long seals;
    private long foreign;
    private @Nullable Instant newest;
    private @Nullable Instant droppedBefore;

    private record Line(long number, String hash) {
        private static final Line BEGINNING = new Line(0, EntryHash.GENESIS.hex());
    }

    Trust(Signatures signatures) {
        this.signatures = signatures;
    }

    /** Whether what this seal says counts; one that was sent twice counts once. */
    boolean accepts(HeadsSigned seal) {
        switch (signatures.of(seal)) {
            case GOOD -> {}
            case FORGED -> {
                foreign++;
                return false;
            }
            case UNKNOWN_KEY -> {
                foreign++;
                problem("a seal of partition " + seal.partition() + " names the key " + printable(seal.keyId())
                        + ", which is not known here");
                return false;
            }
        }
        var line = lines.getOrDefault(seal.partition(), Line.BEGINNING);
        var hash = SealForm.hash(seal).hex();
        if (seal.number() <= line.number()) {
            if (seal.number() == line.number() && !hash.equals(line.hash())) {
                problem("two different seals have number " + seal.number() + " in partition " + seal.partition());
            }
            return false;
        }
        if (seal.number() > line.number() + 1) {
            problem("seals " + (line.number() + 1) + " to " + (seal.number() - 1) + " of partition " + seal.partition()
                    + " are missing");
        } else if (!seal.previous().equals(line.hash())) {
            problem("seal " + seal.number() + " of partition " + seal.partition() + " does not follow the one before");
        }
        lines.put(seal.partition(), new Line(seal.number(), hash));
        seal.sources()
                .forEach(source -> read.put(new KeptTrails.Source(source.topic(), seal.partition()), source.next()));
        seal.others().forEach(other -> told.merge(other.partition(), other.number(), Math::max));
        newest = later(newest, seal.at());
        var checkpoint = seal.checkpoint();
        droppedBefore = checkpoint == null ? droppedBefore : later(droppedBefore, checkpoint.before());
        seals++;
        return true;
    }

    /**
     * All that there is was read.
     *
     * @param foreign records that are no seals
     * @param everywhere of every partition
     */
    void end(long foreign, boolean everywhere) {
        this.foreign += foreign;
        told.forEach((partition, number) -> {
            var there = lines.getOrDefault(partition, Line.BEGINNING).number();
            if (everywhere && there < number) {
                problem("seals " + (there + 1) + " to " + number + " of partition " + partition + " are missing");
            }
        });
    }

    long seals() {
        return seals;
    }

    long foreign() {
        return foreign;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    @Nullable
    Instant newest() {
        return newest;
    }

    /** What was recorded earlier may be gone, as far as checkpoints say; none when there is no checkpoint. */
    @Nullable
    Instant droppedBefore() {
        return droppedBefore;
    }

    /** Whether the database has read less of this partition than was signed. */
    boolean isAheadOf(Map<KeptTrails.Source, Long> positions, int partition) {
        return read.entrySet().stream()
                .filter(signed -> signed.getKey().partition() == partition)
                .anyMatch(signed -> positions.getOrDefault(signed.getKey(), 0L) < signed.getValue());
    }

    boolean isAheadOf(Map<KeptTrails.Source, Long> positions) {
        return lines.keySet().stream().anyMatch(partition -> isAheadOf(positions, partition));
    }

    private void problem(String what) {
        if (problems.size() < Report.MOST && !problems.contains(what)) {
            problems.add(what);
        }
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private static String printable(String keyId) {
        return keyId.matches("[A-Za-z0-9_-]{1,64}") ? keyId : "(unreadable)";
    }
}
