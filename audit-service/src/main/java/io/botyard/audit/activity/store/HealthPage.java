package io.botyard.audit.activity.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the bots that are not well, whoever became so last first.
 *
 * @param nextCursor where the next part begins; none when this was the last
 */
record HealthPage(List<FaringBot> items, @Nullable String nextCursor) {

    /** @param found one more than {@code limit}, if there are more */
    static HealthPage of(List<FaringBot> found, int limit) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new HealthPage(
                shown,
                found.size() > limit
                        ? new HealthPlace(
                                        shown.getLast().since(), shown.getLast().userId())
                                .cursor()
                        : null);
    }
}
