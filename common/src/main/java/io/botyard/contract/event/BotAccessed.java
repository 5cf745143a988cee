package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.VerificationFailure;
import org.jspecify.annotations.Nullable;

/**
 * An admin looked into a user's bot.
 *
 * @param profile what Telegram says of the bot, unless {@code failure} says why it says nothing
 */
public record BotAccessed(
        @JsonUnwrapped EventHead head,
        BotRowId id,
        BotId botId,
        @Nullable BotProfile profile,
        @Nullable VerificationFailure failure)
        implements BotEvent {}
