package io.botyard.sandbox.fault;

import io.botyard.sandbox.exchange.BotRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A failure that somebody ordered for the next calls that match. What is null matches everything.
 *
 * @param errorCode refuse with this code instead of acting; null acts
 * @param description Telegram's usual words for the code when null
 * @param retryAfter seconds to name in a 429
 * @param delay waited before anything else happens
 * @param hang never answer, until the sandbox is reset or loses its patience
 * @param dropAfterReceipt act, then close the connection without an answer
 * @param times how many calls it meets
 */
public record Fault(
        @Nullable Long botId,
        @Nullable String method,
        @Nullable String chatId,
        @Nullable Integer errorCode,
        @Nullable String description,
        @Nullable Integer retryAfter,
        @Nullable Long migrateToChatId,
        Duration delay,
        boolean hang,
        boolean dropAfterReceipt,
        int times) {

    public Fault {
        if (times < 1) {
            throw new IllegalArgumentException("times is at least 1");
        }
        if (errorCode != null && (errorCode < 400 || errorCode > 599)) {
            throw new IllegalArgumentException("error_code is 400 to 599");
        }
        if (retryAfter != null && retryAfter < 1) {
            throw new IllegalArgumentException("retry_after is at least 1");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay_ms is not negative");
        }
    }

    public static Fault error(int code) {
        return new Fault(null, null, null, code, null, null, null, Duration.ZERO, false, false, 1);
    }

    public static Fault tooManyRequests(int retryAfter) {
        return new Fault(null, null, null, 429, null, retryAfter, null, Duration.ZERO, false, false, 1);
    }

    public static Fault migratedTo(long chatId) {
        return new Fault(null, null, null, 400, null, null, chatId, Duration.ZERO, false, false, 1);
    }

    public static Fault delay(Duration delay) {
        return new Fault(null, null, null, null, null, null, null, delay, false, false, 1);
    }

    public static Fault hanging() {
        return new Fault(null, null, null, null, null, null, null, Duration.ZERO, true, false, 1);
    }

    public static Fault droppedAfterReceipt() {
        return new Fault(null, null, null, null, null, null, null, Duration.ZERO, false, true, 1);
    }

    public Fault forBot(long bot) {
        return new Fault(
                bot,
                method,
                chatId,
                errorCode,
                description,
                retryAfter,
                migrateToChatId,
                delay,
                hang,
                dropAfterReceipt,
                times);
    }

    public Fault forMethod(String name) {
        return new Fault(
                botId,
                name,
                chatId,
                errorCode,
                description,
                retryAfter,
                migrateToChatId,
                delay,
                hang,
                dropAfterReceipt,
                times);
    }

    public Fault forChat(long chat) {
        return new Fault(
                botId,
                method,
                Long.toString(chat),
                errorCode,
                description,
                retryAfter,
                migrateToChatId,
                delay,
                hang,
                dropAfterReceipt,
                times);
    }

    public Fault saying(String words) {
        return new Fault(
                botId,
                method,
                chatId,
                errorCode,
                words,
                retryAfter,
                migrateToChatId,
                delay,
                hang,
                dropAfterReceipt,
                times);
    }

    public Fault after(Duration wait) {
        return new Fault(
                botId,
                method,
                chatId,
                errorCode,
                description,
                retryAfter,
                migrateToChatId,
                wait,
                hang,
                dropAfterReceipt,
                times);
    }

    public Fault times(int count) {
        return new Fault(
                botId,
                method,
                chatId,
                errorCode,
                description,
                retryAfter,
                migrateToChatId,
                delay,
                hang,
                dropAfterReceipt,
                count);
    }

    boolean meets(BotRequest request) {
        return (botId == null || botId == request.botId())
                && (method == null || method.equalsIgnoreCase(request.method()))
                && (chatId == null || chatId.equals(request.chatId()));
    }
}
