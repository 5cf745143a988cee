package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import org.jspecify.annotations.Nullable;

/**
 * An admin stopped a user's bot.
 *
 * @param id none when the user has no bot at the moment
 * @param before the bot's status until then
 */
public record BotSuspended(
        @JsonUnwrapped EventHead head,
        @Nullable BotRowId id,
        @Nullable BotStatus before,
        String reason) implements BotEvent {}
