package io.botyard.audit.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trails as they are kept. */
public interface RecordedEntries {
    /**
     * At most {@code limit} entries, newest first. Going on from the last place of one answer skips and repeats nothing,
     * whatever is written in between.
     *
     * @param before only entries older than this place; none: from the newest
     */
    List<Entry> newestFirst(EntryFilter filter, @Nullable EntryPlace before, int limit);
}
