package io.botyard.sandbox.message;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a message says.
 *
 * @param text its text, or the caption when there are attachments; may be empty
 * @param attachments the message's other fields, such as {@code photo}; null for a text message
 * @param keyboard the inline keyboard under it
 */
public record Content(
        String text,
        @Nullable ObjectNode attachments,
        @Nullable JsonNode keyboard) {

    public Content withText(String words) {
        return new Content(words, attachments, keyboard);
    }

    public Content withKeyboard(@Nullable JsonNode keys) {
        return new Content(text, attachments, keys);
    }

    public Content withAttachments(ObjectNode other) {
        return new Content(text, other, keyboard);
    }
}
