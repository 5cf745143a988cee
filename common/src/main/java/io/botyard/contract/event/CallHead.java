package io.botyard.contract.event;

import io.botyard.contract.BotRowId;
import org.jspecify.annotations.Nullable;

/**
 * Which call it was.
 *
 * @param id the bot it was meant for; none when not even that could be read
 * @param attempts how often Telegram was asked
 * @param migratedToChatId the supergroup that took the chat's place, when Telegram said so: write there from now on
 * @param throttled how many of the attempts Telegram answered with 429; none when it never did
 * @param tookMs from when the last request left until it was answered or given up; none when Telegram was not asked, or
 *     by a worker that has not lived to say so
 */
public record CallHead(
        @Nullable BotRowId id,
        String method,
        @Nullable String chatId,
        int attempts,
        @Nullable Long migratedToChatId,
        @Nullable Integer throttled,
        @Nullable Long tookMs) {

    /** Of a call whose chat stayed where it was, and of which no more is told. */
    public CallHead(@Nullable BotRowId id, String method, @Nullable String chatId, int attempts) {
        this(id, method, chatId, attempts, null, null, null);
    }
}
