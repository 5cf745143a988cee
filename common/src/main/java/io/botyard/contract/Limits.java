package io.botyard.contract;

import java.math.BigDecimal;

/**
 * How fast a bot may call Telegram.
 *
 * @param maxRequestsPerSecond 0.1 to 100; 0.5 is one call every two seconds
 * @param maxConcurrentRequests 1 to 50 calls under way at once
 */
public record Limits(BigDecimal maxRequestsPerSecond, int maxConcurrentRequests) {

    public static final BigDecimal SLOWEST = new BigDecimal("0.1");
    public static final BigDecimal FASTEST = new BigDecimal("100");
    public static final int MOST_CONCURRENT = 50;

    /** 30 a second is what Telegram allows a bot to many chats. */
    public static final Limits DEFAULT = new Limits(new BigDecimal("30"), 10);

    public Limits {
        if (maxRequestsPerSecond.compareTo(SLOWEST) < 0 || maxRequestsPerSecond.compareTo(FASTEST) > 0) {
            throw new IllegalArgumentException("max_requests_per_second is 0.1 to 100: " + maxRequestsPerSecond);
        }
        if (maxConcurrentRequests < 1 || maxConcurrentRequests > MOST_CONCURRENT) {
            throw new IllegalArgumentException("max_concurrent_requests is 1 to 50: " + maxConcurrentRequests);
        }
    }
}
