package io.botyard.sandbox.ledger;

import io.botyard.sandbox.exchange.BotRequest;
import io.botyard.sandbox.exchange.Json;
import io.botyard.sandbox.exchange.Token;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of a request whatever is secret: the bot's token, anything of a token's shape, a webhook's secret, a payment
 * provider's token.
 */
final class Redaction {

    private static final String REMOVED = "[redacted]";
    private static final int LONGEST_TEXT = 8192;
    private static final Set<String> SECRET = Set.of("secret_token", "provider_token");

    /** Also as it stands in a URL that was encoded, however often. */
    private static final Pattern TOKEN_SHAPED =
            Pattern.compile("[1-9][0-9]{0,16}(?::|%(?:25)*3[Aa])[A-Za-z0-9_-]{20,80}");

    private final @Nullable String token;

    private Redaction(@Nullable Token token) {
        this.token = token == null ? null : token.value();
    }

    static Redaction of(BotRequest request) {
        return new Redaction(request.token());
    }

    /** Of what is said without a request at hand. */
    static Redaction ofWords() {
        return new Redaction(null);
    }

    JsonNode node(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> object(object);
            case ArrayNode array -> array(array);
            default -> node.isString() ? JsonNodeFactory.instance.stringNode(value(node.stringValue())) : node;
        };
    }

    /** A form sends what is not plain as JSON. */
    private String value(String value) {
        return SECRET.stream().anyMatch(value::contains)
                ? Json.tryRead(value).map(inner -> Json.text(node(inner))).orElse(REMOVED)
                : text(value);
    }

    String text(String text) {
        String kept = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        if (kept.indexOf(':') < 0 && kept.indexOf('%') < 0) {
            return kept;
        }
        String known = token == null ? kept : kept.replace(token, REMOVED);
        return TOKEN_SHAPED.matcher(known).replaceAll(REMOVED);
    }

    private JsonNode object(ObjectNode object) {
        ObjectNode clean = Json.object();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (SECRET.contains(field.getKey())) {
                clean.put(field.getKey(), REMOVED);
            } else {
                clean.set(text(field.getKey()), node(field.getValue()));
            }
        }
        return clean;
    }

    private JsonNode array(ArrayNode array) {
        ArrayNode clean = Json.array();
        array.forEach(item -> clean.add(node(item)));
        return clean;
    }
}
