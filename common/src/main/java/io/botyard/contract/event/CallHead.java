package io.botyard.contract.event;

import io.botyard.contract.BotRowId;
import org.jspecify.annotations.Nullable;

/**
 * Which call it was.
 *
 * @param id the bot it was meant for; none when not even that could be read
 * @param attempts how often Telegram was asked
 * @param migratedToChatId the supergroup that took the chat's place, when Telegram said so: write there from now on
 */
public record CallHead(
        @Nullable BotRowId id,
        String method,
        @Nullable String chatId,
        int attempts,
        @Nullable Long migratedToChatId) {

    /** Of a call whose chat stayed where it was. */
    public CallHead(@Nullable BotRowId id, String method, @Nullable String chatId, int attempts) {
        this(id, method, chatId, attempts, null);
    }
}
