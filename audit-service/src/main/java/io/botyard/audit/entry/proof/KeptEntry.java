package io.botyard.audit.entry.proof;

import io.botyard.audit.entry.ChainHead;
import io.botyard.audit.entry.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trails as it stands there, whatever somebody may have made of it.
 *
 * @param entry none when the row is not even one that could have been written
 */
public record KeptEntry(
        Place place,
        Instant recordedAt,
        String hash,
        @Nullable Entry entry) {
    long userId() {
        return place.user();
    }

    long seq() {
        return place.seq();
    }

    boolean follows(ChainHead head) {
        return entry != null && entry.follows(head);
    }

    /**
     * Where a row stands: no two stand in one place, although two may have one seq.
     *
     * @param recorded in the database's own words
     */
    public record Place(long user, long seq, String recorded) {
        static Place before(long user) {
            return new Place(user, Long.MIN_VALUE, "-infinity");
        }
    }
}
