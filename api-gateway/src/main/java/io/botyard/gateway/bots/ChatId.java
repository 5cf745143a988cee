package io.botyard.gateway.bots;

import io.botyard.gateway.access.Rejection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A {@code chat_id} as sent: a number, or a text such as {@code @channel}. */
final class ChatId {

    static final String FIELD = "chat_id";

    private static final Pattern FORM = Pattern.compile("\\P{Cntrl}{1,256}");

    private ChatId() {}

    /** Nothing when there is none, or one of another kind, which Telegram will refuse in its own words. */
    static Optional<String> of(@Nullable JsonNode sent) {
        return sent != null && (sent.isString() || sent.isIntegralNumber())
                ? Optional.of(checked(sent.asString()))
                : Optional.empty();
    }

    static String checked(String sent) {
        if (!FORM.matcher(sent).matches()) {
            throw Rejection.invalid(FIELD, "form", "is 1 to 256 characters, none of them invisible");
        }
        return sent;
    }
}
