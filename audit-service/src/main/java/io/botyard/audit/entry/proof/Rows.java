package io.botyard.audit.entry.proof;

import io.botyard.audit.entry.proof.KeptEntry.Place;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The rows of a range of users one after the other, of which only a page is in memory. */
final class Rows {
    private static final int PAGE = 2_000;
    private final KeptTrails trails;
    private final long high;
    private final Queue<KeptEntry> page = new ArrayDeque<>();
    private Place place;
    private boolean ended;

    /** Behind one user, up to another. */
    Rows(KeptTrails trails, long low, long high) {
        this.trails = trails;
        this.high = high;
        this.place = Place.before(low == Long.MIN_VALUE ? low : low + 1);
    }

    /** None when there are no more. */
    @Nullable
    KeptEntry next() {
        if (page.isEmpty() && !ended) {
            page.addAll(trails.after(place, PAGE));
            ended = page.size() < PAGE;
        }
        var row = page.poll();
        if (row == null || row.userId() > high) {
            ended = true;
            page.clear();
            return null;
        }
        place = row.place();
        return row;
    }
}
