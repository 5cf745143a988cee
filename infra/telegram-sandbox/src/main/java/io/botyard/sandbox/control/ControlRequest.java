package io.botyard.sandbox.control;

import io.botyard.sandbox.exchange.Json;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A request to {@code /sandbox…}. */
public record ControlRequest(String verb, String path, Map<String, String> query, String body) {

    /** The body as an object; an empty one when there is no body. */
    Fields fields() throws BadInput {
        if (body.isBlank()) {
            return new Fields(Json.object());
        }
        try {
            JsonNode node = Json.read(body);
            if (node.isObject()) {
                return new Fields(node.asObject());
            }
        } catch (JacksonException e) {
            throw new BadInput("the body is not JSON");
        }
        throw new BadInput("the body is not a JSON object");
    }
}
