package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;
import org.jspecify.annotations.Nullable;

/**
 * Ask Telegram for something in the bot's name.
 *
 * @param id the bot that the gateway saw; when it is no longer the user's, the call is refused
 * @param method as the caller spelled it; Telegram does not look at case
 * @param chatId the call's {@code chat_id} as sent: calls of one chat go in order
 */
public record CallMethod(
        @JsonUnwrapped Origin origin,
        BotRowId id,
        String method,
        @Nullable String chatId,
        CallBody body,
        CallOptions options)
        implements BotCommand {}
