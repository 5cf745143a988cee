package io.botyard.audit.entry;

/**
 * A statement in its place: the {@code seq}-th of its user's trail, bound by its hash to all before it.
 *
 * @param seq from 1, without gaps
 */
public record Entry(long seq, Statement says, EntryHash hash) {
    /** Whether this is what must follow {@code head}: nothing changed, dropped, added or moved up to here. */
    public boolean follows(ChainHead head) {
        return equals(head.next(says));
    }

    public ChainHead head() {
        return new ChainHead(says.userId(), seq, hash);
    }
}
