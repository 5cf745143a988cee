package io.botyard.sandbox.method;

import io.botyard.sandbox.exchange.Parameters;
import io.botyard.sandbox.exchange.Reply;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts, captions and keyboards of a request, and what Telegram says when they will not do. */
final class Words {

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;
    private static final Set<String> PARSE_MODES = Set.of("", "none", "markdown", "markdownv2", "html");

    private Words() {}

    static Optional<Reply> flawOfText(Parameters parameters) {
        String text = parameters.text("text");
        if (text.isBlank()) {
            return Optional.of(Reply.badRequest("message text is empty"));
        }
        if (length(text) > LONGEST_TEXT) {
            return Optional.of(Reply.badRequest("message is too long"));
        }
        return flawOfParseMode(parameters);
    }

    static Optional<Reply> flawOfCaption(Parameters parameters) {
        if (length(parameters.text("caption")) > LONGEST_CAPTION) {
            return Optional.of(Reply.badRequest("message caption is too long"));
        }
        return flawOfParseMode(parameters);
    }

    /** The inline keyboard; other keyboards are not part of a message. */
    static @Nullable JsonNode keyboard(Parameters parameters) {
        return parameters
                .structure("reply_markup")
                .filter(markup -> markup.path("inline_keyboard").size() > 0)
                .orElse(null);
    }

    private static Optional<Reply> flawOfParseMode(Parameters parameters) {
        return PARSE_MODES.contains(parameters.text("parse_mode").toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(Reply.badRequest("unsupported parse_mode"));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
