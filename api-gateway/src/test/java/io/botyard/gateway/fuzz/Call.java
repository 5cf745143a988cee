package io.botyard.gateway.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the document.
 *
 * @param bodies schemas of what may be sent, by content type
 * @param security what callers show, one way or another; none when anybody may call it
 */
record Call(
        String id,
        String method,
        String path,
        List<Parameter> parameters,
        Map<String, Body> bodies,
        boolean bodyRequired,
        JsonNode security,
        JsonNode responses) {

    /** Where it stands and what it may be. */
    record Parameter(String name, String in, JsonNode schema, JsonNode example) {}

    /** What may be sent, with the document's example of it. */
    record Body(JsonNode schema, JsonNode example) {}

    static List<Call> in(Document document) {
        return document.root().path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(call -> of(document, path.getKey(), call.getKey(), call.getValue())))
                .toList();
    }

    private static Call of(Document document, String path, String method, JsonNode operation) {
        var bodies = new TreeMap<String, Body>();
        operation
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(body -> bodies.put(
                        body.getKey(),
                        new Body(body.getValue().path("schema"), body.getValue().path("example"))));
        var parameters = operation
                .path("parameters")
                .valueStream()
                .map(document::resolved)
                .map(parameter -> new Parameter(
                        parameter.path("name").asString(),
                        parameter.path("in").asString(),
                        parameter.path("schema"),
                        parameter.path("example")))
                .toList();
        return new Call(
                operation.path("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                bodies,
                operation.path("requestBody").path("required").asBoolean(false),
                operation.path("security"),
                operation.path("responses"));
    }

    List<Parameter> in(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(place))
                .toList();
    }

    Optional<JsonNode> response(int status) {
        return Optional.of(responses.path(Integer.toString(status))).filter(node -> !node.isMissingNode());
    }

    boolean open() {
        return security.isEmpty();
    }

    /** By HTTP alone. */
    boolean canSucceed() {
        return responses.propertyNames().stream().anyMatch(status -> status.startsWith("2"));
    }

    /** The collection that its last path variable names one of. */
    String collection() {
        return path.contains("/{") ? path.substring(0, path.lastIndexOf("/{")) : path;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
