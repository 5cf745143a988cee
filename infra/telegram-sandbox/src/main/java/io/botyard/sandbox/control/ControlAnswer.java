package io.botyard.sandbox.control;

import io.botyard.sandbox.exchange.Json;
import tools.jackson.databind.JsonNode;

/** What the sandbox says to whoever controls it. */
public record ControlAnswer(int status, JsonNode body) {

    static ControlAnswer ok(JsonNode body) {
        return new ControlAnswer(200, body);
    }

    static ControlAnswer error(int status, String why) {
        return new ControlAnswer(status, Json.object().put("error", why));
    }
}
