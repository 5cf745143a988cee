package io.botyard.standin;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A status and what comes with it. */
record Response(int status, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Response ok(Map<String, ?> body) {
        return new Response(200, JSON.writeValueAsString(body));
    }

    static Response nothing() {
        return new Response(204, "");
    }

    static Response of(int status, Map<String, ?> body) {
        return new Response(status, JSON.writeValueAsString(body));
    }

    static Response error(int status, String message) {
        return of(status, Map.of("errors", List.of(message)));
    }

    static Response forbidden() {
        return error(403, "permission denied");
    }

    static Response notFound() {
        return of(404, Map.of("errors", List.of()));
    }
}
