package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;
import io.botyard.contract.Ceilings;
import io.botyard.contract.Limits;
import org.jspecify.annotations.Nullable;

/**
 * An admin changed a user's ceilings.
 *
 * @param id none when the user has no bot at the moment
 * @param limits the user's own limits, which stay as they are
 */
public record BotRateLimitsOverridden(
        @JsonUnwrapped EventHead head,
        @Nullable BotRowId id,
        Ceilings before,
        Ceilings after,
        @Nullable Limits limits) implements BotEvent {}
