package io.botyard.sandbox.pace;

import java.time.Duration;

/** At most so many sends in any stretch of time of this length. */
public record Quota(int sends, Duration window) {

    public Quota {
        if (sends < 1 || sends > 10_000 || window.toMillis() < 1) {
            throw new IllegalArgumentException("sends of a quota are 1 to 10000, its window is positive");
        }
    }
}
