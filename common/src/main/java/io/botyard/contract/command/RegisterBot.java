package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotId;
import io.botyard.contract.Limits;
import io.botyard.contract.SealedSecret;
import org.jspecify.annotations.Nullable;

/**
 * Bring a bot.
 *
 * @param mtproto the user's {@code api_id} and {@code api_hash}, kept for a later use
 */
public record RegisterBot(
        @JsonUnwrapped Origin origin,
        BotId botId,
        @Nullable String botUsername,
        SealedSecret token,
        @Nullable SealedSecret mtproto,
        Limits limits)
        implements ControlCommand {}
