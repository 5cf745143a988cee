package io.botyard.audit.entry.proof;

import io.botyard.audit.entry.EntryHash;
import io.botyard.audit.entry.Fields;
import io.botyard.contract.event.HeadsSigned;
import java.util.ArrayList;
import java.util.List;

/**
 * What was signed of one chain, in little room however long it is: its length, one hash over the hashes of all entries
 * in their order, and where it may begin.
 */
final class SignedChain {
    private final int partition;
    private final List<Beginning> beginnings = new ArrayList<>(List.of(Beginning.GENESIS));
    private long seq;
    private EntryHash all = EntryHash.GENESIS;
    private long neverSigned;

    SignedChain(int partition) {
        this.partition = partition;
    }

    void add(HeadsSigned.Head head) {
        if (head.after() > seq) {
            neverSigned = neverSigned == 0 ? seq + 1 : neverSigned;
        }
        var place = head.after();
        for (var hash : head.hashes()) {
            place++;
            if (place > seq) {
                all = over(all, hash);
            }
        }
        seq = Math.max(seq, place);
    }

    /** From now on it may begin behind this end, too. */
    void mayBeginBehind(HeadsSigned.End end) {
        if (end.seq() > newest().seq()) {
            beginnings.add(Beginning.behind(end));
        }
    }

    /** Where it begins once all that may be dropped is dropped. */
    Beginning newest() {
        return beginnings.getLast();
    }

    /** Where it begins when this is the first entry that is left: what may be dropped may still be there. */
    Beginning at(long first) {
        return beginnings.stream()
                .filter(beginning -> beginning.seq() + 1 == first)
                .findAny()
                .orElseGet(this::newest);
    }

    int checkpoints() {
        return beginnings.size() - 1;
    }

    static EntryHash over(EntryHash all, String hash) {
        return EntryHash.of(new Fields().with(all.hex()).with(hash).bytes());
    }

    int partition() {
        return partition;
    }

    /** The last entry that was signed. */
    long seq() {
        return seq;
    }

    /** Over every entry up to {@link #seq}. */
    EntryHash all() {
        return all;
    }

    /** The first entry that was left out while later ones were signed; 0 when none was. */
    long neverSigned() {
        return neverSigned;
    }
}
