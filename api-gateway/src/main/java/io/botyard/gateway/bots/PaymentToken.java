package io.botyard.gateway.bots;

import tools.jackson.databind.JsonNode;

/**
 * Finds a payment provider's token among the parameters of a call. Rather once too often than not at all: a body that
 * holds one travels sealed, and arrives as it came.
 *
 * @see <a href="https://core.telegram.org/bots/api#sendinvoice">sendInvoice</a>
 */
final class PaymentToken {

    private static final String FIELD = "provider_token";

    private PaymentToken() {}

    /** However deep; an empty one is none: payments in Telegram Stars have it. */
    static boolean in(String field, JsonNode value) {
        if (value.isValueNode()) {
            return in(field, value.asString());
        }
        return value.isObject()
                ? value.properties().stream().anyMatch(inner -> in(inner.getKey(), inner.getValue()))
                : value.values().stream().anyMatch(inner -> in(field, inner));
    }

    /** Also where the text is itself JSON, with its names escaped or not. */
    static boolean in(String field, String text) {
        if (field.equals(FIELD)) {
            return !text.isEmpty();
        }
        return text.contains(FIELD) || (text.indexOf('\\') >= 0 && inJson(text));
    }

    private static boolean inJson(String text) {
        return StrictJson.parse(text)
                .filter(JsonNode::isContainer)
                .filter(inner -> in("", inner))
                .isPresent();
    }
}
