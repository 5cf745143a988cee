package io.botyard.gateway.document;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The document in the words of OpenAPI 3.0: the comparison reads no lists of types, and would see no difference there. */
final class ThreeZero {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode NULL = new StringNode("null");

    private ThreeZero() {}

    static JsonNode of(JsonNode document) {
        var older = (ObjectNode) document.deepCopy();
        older.put("openapi", "3.0.3");
        translate(older);
        return older;
    }

    private static void translate(JsonNode node) {
        if (node instanceof ObjectNode object) {
            types(object);
            orNull(object);
        }
        node.values().forEach(ThreeZero::translate);
    }

    /** {@code type: [string, null]} is a nullable string, {@code [string, integer]} one of two schemas. */
    private static void types(ObjectNode schema) {
        if (!(schema.get("type") instanceof ArrayNode types)) {
            return;
        }
        var others = types.valueStream().filter(type -> !type.equals(NULL)).toList();
        schema.remove("type");
        if (others.size() < types.size()) {
            schema.put("nullable", true);
        }
        if (others.size() == 1) {
            schema.set("type", others.getFirst());
        } else {
            schema.set("oneOf", oneOf(others));
        }
        if (schema.get("enum") instanceof ArrayNode values) {
            values.removeNulls();
        }
    }

    private static ArrayNode oneOf(List<JsonNode> types) {
        var schemas = JSON.arrayNode();
        types.forEach(type -> schemas.addObject().set("type", type));
        return schemas;
    }

    /** {@code anyOf: [that, null]} is that, nullable. */
    private static void orNull(ObjectNode schema) {
        if (schema.get("anyOf") instanceof ArrayNode any
                && any.valueStream().anyMatch(part -> part.path("type").equals(NULL))) {
            var others = JSON.arrayNode();
            any.valueStream().filter(part -> !part.path("type").equals(NULL)).forEach(others::add);
            schema.remove("anyOf");
            schema.set("allOf", others);
            schema.put("nullable", true);
        }
    }
}
