package io.botyard.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * Why a call did not succeed.
 *
 * @param code stable, ours
 * @param telegram what Telegram answered, when it did
 */
public record CallError(
        String code, String message, @Nullable TelegramError telegram) {

    public static final String INTERNAL = "internal_error";
    public static final String SECRET_UNREADABLE = "secret_unreadable";
    public static final String TELEGRAM_REFUSED = "telegram_refused";
    public static final String TELEGRAM_UNREACHABLE = "telegram_unreachable";

    /** As Telegram words it; {@code retryAfter} in seconds. */
    public record TelegramError(
            int errorCode, String description, @Nullable Integer retryAfter) {}
}
