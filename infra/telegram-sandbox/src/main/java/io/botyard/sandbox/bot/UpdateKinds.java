package io.botyard.sandbox.bot;

import io.botyard.sandbox.exchange.Json;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Which kinds of updates a bot asked for. None named: all but those Telegram sends on request only. */
public record UpdateKinds(Set<String> named) {

    private static final Set<String> ON_REQUEST = Set.of("chat_member", "message_reaction", "message_reaction_count");

    public static UpdateKinds usual() {
        return new UpdateKinds(Set.of());
    }

    public static UpdateKinds of(JsonNode array) {
        Set<String> named = new TreeSet<>();
        array.forEach(kind -> named.add(kind.asString("")));
        return new UpdateKinds(named);
    }

    boolean wants(JsonNode update) {
        for (String field : update.propertyNames()) {
            if (!field.equals("update_id")) {
                return named.isEmpty() ? !ON_REQUEST.contains(field) : named.contains(field);
            }
        }
        return true;
    }

    public ArrayNode write() {
        ArrayNode kinds = Json.array();
        named.forEach(kinds::add);
        return kinds;
    }
}
