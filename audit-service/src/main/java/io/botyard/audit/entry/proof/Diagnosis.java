package io.botyard.audit.entry.proof;

import org.jspecify.annotations.Nullable;

/** Says which entry of a bad chain is the first bad one, and what was done to it. */
final class Diagnosis {
    private final KeptTrails trails;
    private final ChainWalk walk;
    private final Search search;
    private final boolean older;

    /**
     * @param older the database has read less of this chain's partition than was signed
     */
    Diagnosis(KeptTrails trails, ChainWalk walk, Search search, boolean older) {
        this.trails = trails;
        this.walk = walk;
        this.search = search;
        this.older = older;
    }

    BrokenChain broken() {
        var among = walk.broken();
        var signed = search.seq();
        if (signed > 0 && (among == null || signed <= among.firstBrokenSeq())) {
            return broken(signed, notAsSigned(signed, among));
        }
        if (among != null) {
            return isDoubled(among.firstBrokenSeq()) ? broken(among.firstBrokenSeq(), Reason.INSERTED) : among;
        }
        var chain = walk.signed();
        return broken(
                chain != null && chain.neverSigned() > 0 ? chain.neverSigned() : walk.signedSeq() + 1,
                Reason.NEVER_SIGNED);
    }

    private Reason notAsSigned(long seq, @Nullable BrokenChain among) {
        var there = trails.between(walk.user(), seq, seq);
        if (there.isEmpty()) {
            return gone(seq);
        }
        if (there.size() > 1) {
            return Reason.INSERTED;
        }
        var places = search.hash() == null ? null : trails.placesOf(walk.user(), search.hash());
        if (places != null && !places.isEmpty()) {
            return places.contains(seq + 1) && movedOnToo(seq) ? Reason.INSERTED : Reason.REORDERED;
        }
        if (there.getFirst().hash().equals(search.next())) {
            return Reason.MISSING;
        }
        return among == null || among.firstBrokenSeq() > seq ? Reason.REPLACED : Reason.CHANGED;
    }

    private Reason gone(long seq) {
        if (walk.last() > seq) {
            return Reason.MISSING;
        }
        if (older) {
            return Reason.OLDER;
        }
        return walk.entries() == 0 ? Reason.MISSING : Reason.TAIL_CUT;
    }

    /** What was signed next stands one further, too: something was put in before both. */
    private boolean movedOnToo(long seq) {
        return search.next() == null
                || trails.placesOf(walk.user(), search.next()).contains(seq + 2);
    }

    private boolean isDoubled(long seq) {
        return trails.between(walk.user(), seq, seq).size() > 1;
    }

    private BrokenChain broken(long seq, Reason reason) {
        return new BrokenChain(walk.user(), seq, reason);
    }
}
