package io.botyard.gateway.access;

import io.botyard.ratelimit.Rate;
import java.time.Duration;

/**
 * How much of something anybody may do.
 *
 * @param name as the {@code RateLimit} fields call it, such as {@code failed-logins}
 */
public record Quota(String name, CountedBy countedBy, Rate rate) {

    public Quota {
        if (!name.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("a quota's name is small letters and hyphens");
        }
    }

    /** So many in every window, at once after a rest. */
    public static Quota per(String name, CountedBy countedBy, long many, Duration window) {
        return new Quota(name, countedBy, Rate.per(many, window));
    }
}
