package io.botyard.sandbox.bot;

import io.botyard.sandbox.exchange.Json;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a bot wants its updates.
 *
 * @param secret what goes along in the secret header, empty for none
 */
public record Webhook(URI url, String secret, int maxConnections, boolean ownCertificate) {

    static Webhook read(JsonNode node) {
        return new Webhook(
                URI.create(node.path("url").asString()),
                node.path("secret").asString(""),
                node.path("max_connections").asInt(40),
                node.path("own_certificate").asBoolean(false));
    }

    ObjectNode write() {
        return Json.object()
                .put("url", url.toString())
                .put("secret", secret)
                .put("max_connections", maxConnections)
                .put("own_certificate", ownCertificate);
    }

    @Override
    public String toString() {
        return "Webhook[" + url.getHost() + "]";
    }
}
