package io.botyard.contract.event;

import io.botyard.contract.BotRowId;
import org.jspecify.annotations.Nullable;

/**
 * Which call it was.
 *
 * @param id the bot it was meant for; none when not even that could be read
 * @param attempts how often Telegram was asked
 */
public record CallHead(
        @Nullable BotRowId id, String method, @Nullable String chatId, int attempts) {}
