package io.botyard.audit.entry.proof;

import io.botyard.audit.entry.EntryHash;
import io.botyard.audit.entry.Fields;
import io.botyard.contract.event.HeadsSigned;

/**
 * What was signed of one chain, in little room however long it is: its length, and one hash over the hashes of all
 * entries in their order.
 */
final class SignedChain {
    private final int partition;
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
