package io.botyard.audit.trail;

import java.time.Duration;

/** How long to wait for a part that is away: 100 ms at first, twice as long each time, 5 s at most. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private Duration next = FIRST;

    Duration next() {
        var now = next;
        var doubled = now.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return now;
    }

    void reset() {
        next = FIRST;
    }
}
