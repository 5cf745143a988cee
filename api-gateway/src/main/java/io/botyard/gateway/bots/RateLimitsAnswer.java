package io.botyard.gateway.bots;

import io.botyard.contract.event.BotRateLimitsChanged;

/** The limits that count from now on. */
record RateLimitsAnswer(boolean success, String message, RateLimits newLimits) {

    static RateLimitsAnswer of(BotRateLimitsChanged changed) {
        return new RateLimitsAnswer(true, "The limits are changed.", RateLimits.of(changed.after()));
    }
}
