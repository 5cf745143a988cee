package io.botyard.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an admin allows a user's bot at most; null where there is no ceiling. They belong to the user and outlive the
 * bot.
 *
 * @param maxRequestsPerSecond 0.1 to 100
 * @param maxConcurrentRequests 1 to 50
 */
public record Ceilings(
        @Nullable BigDecimal maxRequestsPerSecond, @Nullable Integer maxConcurrentRequests) {

    public static final Ceilings NONE = new Ceilings(null, null);

    /** Fields of {@link Ceilings}, where one has to be named. */
    public enum Field {
        MAX_REQUESTS_PER_SECOND,
        MAX_CONCURRENT_REQUESTS
    }
}
