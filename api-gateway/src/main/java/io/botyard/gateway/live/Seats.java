package io.botyard.gateway.live;

import java.util.HashMap;
import java.util.Map;

/** So many at once for each, and no more. */
final class Seats<K> {

    private final int most;
    private final Map<K, Integer> taken = new HashMap<>();

    Seats(int most) {
        this.most = most;
    }

    synchronized boolean take(K whose) {
        var free = taken.getOrDefault(whose, 0) < most;
        if (free) {
            taken.merge(whose, 1, Integer::sum);
        }
        return free;
    }

    synchronized void leave(K whose) {
        taken.computeIfPresent(whose, (who, known) -> known == 1 ? null : known - 1);
    }
}
