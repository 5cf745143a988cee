package io.botyard.gateway.testing;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    public JsonNode json() {
        return MAPPER.readTree(response.body());
    }

    /** A field of the body, as text; empty when it is null or absent. */
    public String field(String path) {
        return json().at("/" + path.replace('.', '/')).asString("");
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
