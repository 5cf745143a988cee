package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import org.jspecify.annotations.Nullable;

/**
 * An admin lifted a suspension.
 *
 * @param id none when the user has no bot at the moment
 * @param status the bot's status from now on
 */
public record BotActivated(
        @JsonUnwrapped EventHead head,
        @Nullable BotRowId id,
        @Nullable BotStatus status) implements BotEvent {}
