package io.botyard.audit.entry.proof;

import io.botyard.audit.entry.proof.OldPart.MayGo;
import io.botyard.audit.entry.proof.OldPart.Stays;
import io.botyard.audit.entry.proof.OldPart.Why;
import io.botyard.contract.UserId;
import io.botyard.contract.event.HeadsSigned;
import java.time.Instant;

/** The old part of a chain, compared with what was signed of it and of nothing behind it. */
final class OldChain {
    private static final int PAGE = 2_000;
    private final long user;
    private final long last;
    private final SignedChain signed;

    /**
     * Begins to listen.
     *
     * @param last the last entry of the old part
     */
    OldChain(long user, long last, int partition) {
        this.user = user;
        this.last = last;
        this.signed = new SignedChain(partition);
    }

    void add(HeadsSigned.Head head) {
        if (head.after() < last) {
            var many = (int) (Math.min(head.seq(), last) - head.after());
            signed.add(new HeadsSigned.Head(
                    head.userId(), head.after() + many, head.hashes().subList(0, many)));
        }
    }

    void mayBeginBehind(HeadsSigned.End end) {
        signed.mayBeginBehind(end);
    }

    /** Whether no checkpoint says yet that it may go. */
    boolean isAsked() {
        return signed.newest().seq() < last;
    }

    /**
     * Reads it.
     *
     * @param before all of it was recorded before this
     */
    OldPart judged(KeptTrails trails, Instant before) {
        if (signed.seq() < last) {
            return new Stays(user, signed.seq() + 1, Why.SIGNED_LATER);
        }
        var first = signed.newest().seq() + 1;
        var walk = new ChainWalk(user, signed);
        for (var place = first; place <= last; place += PAGE) {
            for (var row : trails.between(user, place, Math.min(last, place + PAGE - 1))) {
                if (!row.recordedAt().isBefore(before)) {
                    return new Stays(user, row.seq(), Why.RECORDED_LATER);
                }
                walk.next(row);
            }
        }
        var broken = walk.broken();
        if (broken != null || !walk.isAsSigned()) {
            return new Stays(user, broken == null ? first : broken.firstBrokenSeq(), Why.NOT_AS_SIGNED);
        }
        return new MayGo(new HeadsSigned.End(
                new UserId(user), last, walk.headHash(), signed.all().hex()));
    }
}
