package io.botyard.sandbox.exchange;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request to {@code /bot<token>/<method>}.
 *
 * @param token null when what was sent has not the form of one
 * @param flaw why the body could not be read, or null
 */
public record BotRequest(
        @Nullable Token token,
        String method,
        Parameters parameters,
        @Nullable String flaw) {

    public BotRequest(Token token, String method, Parameters parameters) {
        this(token, method, parameters, null);
    }

    /** The bot's id, or 0 when the token has none. */
    public long botId() {
        return token == null ? 0 : token.botId();
    }

    /** The chat as it was sent; empty when the request names none. */
    public String chatId() {
        return parameters.text("chat_id");
    }

    /** The method's name as the sandbox compares it. */
    public String methodKey() {
        return method.toLowerCase(Locale.ROOT);
    }
}
