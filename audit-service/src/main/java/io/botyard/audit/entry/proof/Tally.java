package io.botyard.audit.entry.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what was gone through, and keeps the chains that need a closer look. */
final class Tally {
    /** Much longer than an entry waits to be signed while anything is signed at all, and than clocks differ. */
    private static final Duration SIGNED_WITHIN = Duration.ofMinutes(15);

    private final Instant now;
    private final List<ChainWalk> bad = new ArrayList<>();
    private long chains;
    private long entries;
    private long dropped;
    private long badOnes;
    private long unsigned;
    private @Nullable Instant unsignedSince;
    private @Nullable String headHash;

    Tally(Instant now) {
        this.now = now;
    }

    void add(ChainWalk walk, Trust trust) {
        chains++;
        entries += walk.entries();
        dropped += walk.dropped();
        unsigned += walk.unsigned();
        headHash = walk.headHash();
        var first = walk.unsignedFirst();
        if (first != null && (unsignedSince == null || first.isBefore(unsignedSince))) {
            unsignedSince = first;
        }
        if (walk.broken() != null || !walk.isAsSigned() || wasLeftOut(walk, trust)) {
            badOnes++;
            if (bad.size() < Report.MOST) {
                bad.add(walk);
            }
        }
    }

    /** Whether entries wait to be signed for longer than any does, or were recorded in a time that has not come. */
    private boolean wasLeftOut(ChainWalk walk, Trust trust) {
        var newest = trust.newest();
        var first = walk.unsignedFirst();
        var last = walk.unsignedLast();
        return newest != null
                && first != null
                && last != null
                && (first.isBefore(newest.minus(SIGNED_WITHIN)) || last.isAfter(now.plus(SIGNED_WITHIN)));
    }

    List<ChainWalk> bad() {
        return bad;
    }

    /**
     * @param broken what a closer look found
     */
    Report report(List<BrokenChain> broken, boolean ofOne, Trust trust, boolean databaseOlder) {
        return new Report(
                chains,
                entries,
                badOnes - bad.size() + broken.size(),
                broken,
                ofOne ? headHash : null,
                trust.seals(),
                trust.newest(),
                trust.foreign(),
                trust.problems(),
                unsigned,
                unsignedSince,
                databaseOlder,
                dropped,
                dropped == 0 ? null : trust.droppedBefore());
    }
}
