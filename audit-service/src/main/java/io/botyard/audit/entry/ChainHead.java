package io.botyard.audit.entry;

import io.botyard.contract.UserId;

/**
 * The last entry of a user's trail.
 *
 * @param seq how many entries the trail has
 */
public record ChainHead(UserId userId, long seq, EntryHash hash) {
    /** The head of a trail that has no entry yet. */
    public static ChainHead genesis(UserId userId) {
        return new ChainHead(userId, 0, EntryHash.GENESIS);
    }

    /**
     * The entry that this statement becomes here.
     *
     * @throws IllegalArgumentException when the statement belongs to another user's trail
     */
    public Entry next(Statement says) {
        if (!says.userId().equals(userId)) {
            throw new IllegalArgumentException("a statement of another trail");
        }
        return new Entry(seq + 1, says, CanonicalForm.hash(seq + 1, hash, says));
    }
}
