package io.botyard.sandbox.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How a call was answered.
 *
 * @param status the HTTP status; 0 when the connection was closed without an answer
 * @param errorCode Telegram's code when it refused
 * @param messageId the message the call made, the last one if it made several
 */
public record Answer(
        int status,
        @Nullable Integer errorCode,
        @Nullable String description,
        @Nullable Integer retryAfter,
        @Nullable Long messageId) {

    public boolean ok() {
        return status == 200;
    }

    /** Telegram's words may hold the token that a request stood under. */
    Answer withoutTokens() {
        return description == null
                ? this
                : new Answer(status, errorCode, Redaction.ofWords().text(description), retryAfter, messageId);
    }
}
