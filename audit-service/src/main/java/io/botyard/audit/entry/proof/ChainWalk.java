package io.botyard.audit.entry.proof;

import io.botyard.audit.entry.ChainHead;
import io.botyard.audit.entry.EntryHash;
import io.botyard.contract.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through the rows of one chain, once, and compares them with each other and with what was signed. */
final class ChainWalk {
    private final long user;
    private final @Nullable SignedChain signed;
    private Beginning beginning;
    private ChainHead head;
    private EntryHash all;
    private long entries;
    private long last;
    private @Nullable BrokenChain broken;
    private long unsigned;
    private @Nullable Instant unsignedFirst;
    private @Nullable Instant unsignedLast;

    ChainWalk(long user, @Nullable SignedChain signed) {
        this.user = user;
        this.signed = signed;
        this.beginning = signed == null ? Beginning.GENESIS : signed.newest();
        this.head = head(user, beginning);
        this.all = beginning.all();
        this.last = beginning.seq();
    }

    private static ChainHead head(long user, Beginning beginning) {
        return new ChainHead(new UserId(Math.max(user, 0)), beginning.seq(), beginning.hash());
    }

    long user() {
        return user;
    }

    void next(KeptEntry row) {
        if (entries == 0) {
            begin(row.seq());
        }
        entries++;
        if (broken == null) {
            check(row);
        }
        if (row.seq() <= signedSeq()) {
            all = SignedChain.over(all, row.hash());
        } else {
            unsigned++;
            unsignedFirst = earlier(unsignedFirst, row.recordedAt());
            unsignedLast = later(unsignedLast, row.recordedAt());
        }
        last = Math.max(last, row.seq());
    }

    /** What may be dropped is compared as long as it is there. */
    private void begin(long first) {
        if (signed != null && first <= beginning.seq()) {
            beginning = signed.at(first);
            head = head(user, beginning);
            all = beginning.all();
            last = beginning.seq();
        }
    }

    private void check(KeptEntry row) {
        var expected = head.seq() + 1;
        if (user < 0 || row.seq() < expected) {
            broken = new BrokenChain(user, row.seq(), Reason.INSERTED);
        } else if (row.seq() > expected) {
            broken = new BrokenChain(user, expected, Reason.MISSING);
        } else if (!row.follows(head)) {
            broken = new BrokenChain(user, row.seq(), Reason.CHANGED);
        } else {
            head = Objects.requireNonNull(row.entry()).head();
        }
    }

    /** Whether the rows are, each in its place, those that were signed. */
    boolean isAsSigned() {
        return signed == null || (signed.neverSigned() == 0 && all.equals(signed.all()) && last >= signed.seq());
    }

    /** What is wrong with the rows among themselves. */
    @Nullable
    BrokenChain broken() {
        return broken;
    }

    @Nullable
    SignedChain signed() {
        return signed;
    }

    long signedSeq() {
        return signed == null ? 0 : signed.seq();
    }

    long entries() {
        return entries;
    }

    /** So many entries are gone that may be gone. */
    long dropped() {
        return beginning.seq();
    }

    long last() {
        return last;
    }

    String headHash() {
        return head.hash().hex();
    }

    long unsigned() {
        return unsigned;
    }

    @Nullable
    Instant unsignedFirst() {
        return unsignedFirst;
    }

    @Nullable
    Instant unsignedLast() {
        return unsignedLast;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
