package io.botyard.acceptance;

import io.botyard.contract.wire.WireJson;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every route that the gateway's own document names, what deletes last. */
record Tour(List<Stop> stops) {

    /** A socket is no call. */
    private static final String LIVE = "/api/live";

    /** Whoever chose the same key is somebody else all the same. */
    private static final String KEY = "the-same-for-everybody";

    /** A route of the document. */
    record Stop(String method, String path, JsonNode operation) {

        boolean deletes() {
            return method.equals("DELETE");
        }

        /** Called with the example as its body, in which these fields are the caller's. */
        HttpResponse<String> by(Person caller, String target, Map<String, String> fields) {
            return method.equals("POST")
                    ? caller.call(method, target, body(fields), "Idempotency-Key", KEY)
                    : caller.call(method, target, body(fields));
        }

        private String body(Map<String, String> fields) {
            var json = operation.path("requestBody").path("content").path("application/json");
            if (!(json.path("example") instanceof ObjectNode example)) {
                return "";
            }
            var body = example.deepCopy();
            fields.forEach((name, value) -> {
                if (body.has(name)) {
                    body.put(name, value);
                }
            });
            return WireJson.mapper().writeValueAsString(body);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Tour of(JsonNode document) {
        return new Tour(document.path("paths").properties().stream()
                .filter(path -> !path.getKey().equals(LIVE))
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method ->
                                new Stop(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .sorted(Comparator.comparing(Stop::deletes))
                .toList());
    }

    Stop stop(String route) {
        return stops.stream()
                .filter(stop -> stop.toString().equals(route))
                .findFirst()
                .orElseThrow();
    }
}
