package io.botyard.sandbox.exchange;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the bot is told. */
public sealed interface Reply {

    int status();

    /** It was done; a few methods add a description. */
    record Done(JsonNode result, @Nullable String description) implements Reply {
        @Override
        public int status() {
            return 200;
        }
    }

    /** Telegram's refusal; {@code 0} stands for "not given" in the parameters. */
    record Refused(int status, String description, int retryAfter, long migrateToChatId) implements Reply {}

    /** What a proxy in front of Telegram says when Telegram is away. */
    record ProxyPage(int status, String reason) implements Reply {}

    /** The connection is closed without a word. */
    record Silence() implements Reply {
        @Override
        public int status() {
            return 0;
        }
    }

    static Reply done(JsonNode result) {
        return new Done(result, null);
    }

    static Reply yes() {
        return new Done(Json.bool(true), null);
    }

    static Reply refused(int status, String description) {
        return new Refused(status, description, 0, 0);
    }

    static Reply badRequest(String why) {
        return refused(400, "Bad Request: " + why);
    }

    static Reply tooManyRequests(int retryAfter) {
        return new Refused(429, "Too Many Requests: retry after " + retryAfter, retryAfter, 0);
    }
}
