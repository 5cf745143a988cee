package io.botyard.audit.entry.proof;

import io.botyard.audit.entry.proof.KeptEntry.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The trails as they are kept, which is what is not believed. */
public interface KeptTrails {
    /** At most so many rows behind this place, by user, then seq, then time of recording. */
    List<KeptEntry> after(Place place, int limit);

    /** The rows of a user in these places, both included. */
    List<KeptEntry> between(long user, long first, long last);

    /** Where rows of a user with this hash stand. */
    List<Long> placesOf(long user, String hash);

    /** The last place of each user that was recorded before this time, of so many users behind this one. */
    SortedMap<Long, Long> lastBefore(Instant before, long user, int users);

    /** The next offset of each topic and partition that the database has not read. */
    Map<Source, Long> positions();

    /** A partition of a topic that entries come from. */
    record Source(String topic, int partition) {}
}
