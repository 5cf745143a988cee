package io.botyard.gateway.bots;

import io.botyard.contract.Limits;
import java.math.BigDecimal;

/** How fast a bot may call, as clients read it. */
record RateLimits(BigDecimal maxRequestsPerSecond, int maxConcurrentRequests) {

    static RateLimits of(Limits limits) {
        return new RateLimits(plain(limits.maxRequestsPerSecond()), limits.maxConcurrentRequests());
    }

    /** 0.500 of a column is the 0.5 that was asked for. */
    static BigDecimal plain(BigDecimal rate) {
        var shortest = rate.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
