package io.botyard.worker.telegram;

import io.botyard.contract.Json;
import io.botyard.contract.event.CallError.TelegramError;
import org.jspecify.annotations.Nullable;

/** What became of one request to Telegram. */
public sealed interface Answer {

    /** {@code ok:true}; the token and token-shaped text in the result are redacted, as they are in an error's words. */
    record Accepted(Json result) implements Answer {}

    /**
     * {@code ok:false}, in Telegram's own words: it did not act.
     *
     * @param migratedTo the supergroup that took the chat's place
     */
    record Denied(TelegramError error, @Nullable Long migratedTo) implements Answer {}

    /** The request never reached Telegram: no connection, no name, no TLS. */
    record NotReached(String reason) implements Answer {}

    /** The request was written and no usable answer came: Telegram may have acted. */
    record Unclear(String reason) implements Answer {}
}
