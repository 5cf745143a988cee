package io.botyard.worker.telegram;

import io.botyard.contract.BotToken;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes out of Telegram's words whatever is of a token's form, and of the token that was used what makes it secret. */
final class Redaction {

    /** Also as it stands in a URL that was encoded, however often. */
    private static final Pattern TOKEN = Pattern.compile("[1-9][0-9]{0,15}(?::|%(?:25)*3[Aa])[A-Za-z0-9_-]{30,64}");

    private static final String REMOVED = "[redacted]";

    private final @Nullable String secret;

    private Redaction(@Nullable String secret) {
        this.secret = secret;
    }

    /** Of words about no bot. */
    static Redaction ofAny() {
        return new Redaction(null);
    }

    static Redaction of(BotToken used) {
        return new Redaction(used.value().substring(used.value().indexOf(':') + 1));
    }

    String text(String text) {
        var shapeless = mayHoldToken(text) ? TOKEN.matcher(text).replaceAll(REMOVED) : text;
        return secret == null ? shapeless : shapeless.replace(secret, REMOVED);
    }

    /** Quick to see in nearly every answer: a digit before a colon is in a token, and the colons of JSON follow a quote. */
    private static boolean mayHoldToken(String text) {
        for (var at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
            if (at > 0 && Character.isDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return text.indexOf('%') >= 0;
    }
}
