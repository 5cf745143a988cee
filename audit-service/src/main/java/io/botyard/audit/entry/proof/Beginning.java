package io.botyard.audit.entry.proof;

import io.botyard.audit.entry.EntryHash;
import io.botyard.contract.event.HeadsSigned;

/**
 * What the first entry that is left of a chain has to follow.
 *
 * @param seq the last entry that may be gone; 0 when none may
 * @param all over the hashes of all entries up to it, as {@link SignedChain} has it
 */
record Beginning(long seq, EntryHash hash, EntryHash all) {
    /** Nothing may be gone. */
    static final Beginning GENESIS = new Beginning(0, EntryHash.GENESIS, EntryHash.GENESIS);

    static Beginning behind(HeadsSigned.End end) {
        return new Beginning(end.seq(), new EntryHash(end.hash()), new EntryHash(end.all()));
    }
}
