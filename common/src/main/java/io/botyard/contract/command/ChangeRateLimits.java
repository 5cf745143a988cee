package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Change the user's own limits; what is null stays as it is.
 *
 * @param id the bot that the gateway saw
 * @param ifVersion the bot's version that the caller has seen, when it must not be another
 */
public record ChangeRateLimits(
        @JsonUnwrapped Origin origin,
        BotRowId id,
        @Nullable BigDecimal maxRequestsPerSecond,
        @Nullable Integer maxConcurrentRequests,
        @Nullable Long ifVersion)
        implements ControlCommand {}
