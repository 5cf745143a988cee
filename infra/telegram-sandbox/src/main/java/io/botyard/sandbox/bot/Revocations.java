package io.botyard.sandbox.bot;

import io.botyard.sandbox.exchange.Json;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hashes of a bot's revoked tokens, and whether the next token seen is revoked too. */
record Revocations(Set<String> hashes, boolean next) {

    static Revocations read(JsonNode node) {
        Set<String> hashes = new HashSet<>();
        node.path("hashes").forEach(hash -> hashes.add(hash.asString()));
        return new Revocations(hashes, node.path("next").asBoolean(false));
    }

    ObjectNode write() {
        ArrayNode list = Json.array();
        hashes.forEach(list::add);
        ObjectNode node = Json.object().put("next", next);
        node.set("hashes", list);
        return node;
    }
}
