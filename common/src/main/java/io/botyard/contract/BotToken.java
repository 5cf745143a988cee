package io.botyard.contract;

import java.util.Optional;
import java.util.regex.Pattern;

/** What Telegram's BotFather hands out: whoever holds it is the bot. Never serialized, never printed. */
public record BotToken(String value) {

    /** {@code bot_id:secret}; the digits are the bot's id. */
    public static final String FORM = "^[1-9][0-9]{0,15}:[A-Za-z0-9_-]{30,64}$";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public BotToken {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a bot token");
        }
    }

    /** The token in this text, or nothing when the text is not of a token's form. */
    public static Optional<BotToken> parse(String text) {
        return PATTERN.matcher(text).matches() ? Optional.of(new BotToken(text)) : Optional.empty();
    }

    public BotId botId() {
        return new BotId(Long.parseLong(value.substring(0, value.indexOf(':'))));
    }

    public Secret secret() {
        return new Secret(value);
    }

    @Override
    public String toString() {
        return "BotToken[redacted]";
    }
}
