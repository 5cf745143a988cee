package io.botyard.gateway.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Sees the breaks that the library lets pass: nulls, unknown fields of requests, longer texts, and doors that close. */
final class Stricter {

    /** Which way a schema is used: what may be asked may only widen, what is answered may only narrow. */
    private enum Way {
        ASKED,
        ANSWERED
    }

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();
    private final Set<List<Object>> compared = new HashSet<>();

    private Stricter(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** Both in the words of {@link ThreeZero}. */
    static List<String> between(JsonNode before, JsonNode after) {
        var stricter = new Stricter(before, after);
        before.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> stricter.call(
                                call.getKey() + " " + path.getKey(),
                                call.getValue(),
                                after.path("paths").path(path.getKey()).path(call.getKey()))));
        return stricter.breaks;
    }

    private void call(String name, JsonNode old, JsonNode now) {
        if (old.path("security").isEmpty() && !now.path("security").isEmpty()) {
            breaks.add(name + " asks who is calling");
        }
        contents(name + " request", Way.ASKED, old.path("requestBody"), now.path("requestBody"));
        old.path("responses")
                .properties()
                .forEach(answer -> contents(
                        name + " " + answer.getKey(),
                        Way.ANSWERED,
                        answer.getValue(),
                        now.path("responses").path(answer.getKey())));
    }

    private void contents(String place, Way way, JsonNode old, JsonNode now) {
        old.path("content")
                .properties()
                .forEach(body -> schemas(
                        place,
                        way,
                        body.getValue().path("schema"),
                        now.path("content").path(body.getKey()).path("schema")));
    }

    private void schemas(String place, Way way, JsonNode old, JsonNode now) {
        var was = resolved(before, old);
        var is = resolved(after, now);
        if (is.isMissingNode() || !compared.add(List.of(way, was, is))) {
            return;
        }
        switch (way) {
            case ASKED -> asked(place, was, is);
            case ANSWERED -> {
                if (!was.path("nullable").asBoolean(false)
                        && is.path("nullable").asBoolean(false)) {
                    breaks.add(place + " may be null");
                }
            }
        }
        parts(was).forEach((pointer, part) -> schemas(place + pointer, way, part, is.at(pointer)));
    }

    private void asked(String place, JsonNode was, JsonNode is) {
        if (was.path("nullable").asBoolean(false) && !is.path("nullable").asBoolean(false)) {
            breaks.add(place + " may not be null");
        }
        if (is.path("minLength").asInt(0) > was.path("minLength").asInt(0)) {
            breaks.add(place + " must be longer");
        }
        if (!is.path("additionalProperties").asBoolean(true)) {
            was.path("properties").propertyNames().stream()
                    .filter(field -> !is.path("properties").has(field))
                    .forEach(field -> breaks.add(place + "/properties/" + field + " is refused"));
        }
    }

    private static Map<String, JsonNode> parts(JsonNode schema) {
        var parts = new TreeMap<String, JsonNode>();
        schema.path("properties")
                .properties()
                .forEach(field -> parts.put("/properties/" + field.getKey(), field.getValue()));
        Stream.of("items").filter(schema::has).forEach(one -> parts.put("/" + one, schema.get(one)));
        Stream.of("allOf", "oneOf", "anyOf").forEach(several -> {
            for (var i = 0; i < schema.path(several).size(); i++) {
                parts.put("/" + several + "/" + i, schema.path(several).get(i));
            }
        });
        return parts;
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
