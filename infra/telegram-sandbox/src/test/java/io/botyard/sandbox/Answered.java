package io.botyard.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.botyard.sandbox.exchange.Json;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** An answer as it came over the wire. */
public record Answered(int status, String text, HttpResponse<?> response) {

    static Answered of(HttpResponse<byte[]> response) {
        return new Answered(response.statusCode(), new String(response.body(), UTF_8), response);
    }

    public JsonNode json() {
        return Json.read(text);
    }

    public boolean ok() {
        return json().path("ok").asBoolean(false);
    }

    public JsonNode result() {
        return json().path("result");
    }

    public String description() {
        return json().path("description").asString("");
    }

    public long messageId() {
        return result().path("message_id").asLong(0);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
