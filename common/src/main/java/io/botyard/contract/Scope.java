package io.botyard.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What an API key may be used for. None holds another. */
public enum Scope {
    /** The bot's status and its operations. */
    BOT_READ("bot:read"),
    /** Messages and methods. */
    BOT_SEND("bot:send"),
    /** Bring, verify, limit and remove the bot, and replace its token. */
    BOT_MANAGE("bot:manage");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** As clients spell it, such as {@code bot:read}. */
    @JsonValue
    public String word() {
        return word;
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findAny();
    }

    @JsonCreator
    static Scope read(String word) {
        return of(word).orElseThrow(() -> new IllegalArgumentException("not a scope"));
    }
}
