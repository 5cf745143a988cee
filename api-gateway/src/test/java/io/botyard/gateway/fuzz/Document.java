package io.botyard.gateway.fuzz;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The gateway's document, as something that values can be held against. */
final class Document {

    private static final String PROBLEM = "Problem";
    private static final String JSON = "application/json";

    private final JsonNode root;
    private final JsonNode closed;
    private final SchemaRegistry strict;
    private final SchemaRegistry plain = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> answers = new ConcurrentHashMap<>();
    private final Map<JsonNode, Schema> requests = new ConcurrentHashMap<>();

    Document(JsonNode root) {
        this.root = root;
        closed = closed(root);
        strict = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
    }

    JsonNode root() {
        return root;
    }

    /** Of a good answer of this operation. */
    String example(String operation) {
        return root.requiredAt(operation + "/responses/200/content/application~1json/example")
                .toString();
    }

    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : resolved(root.at(reference.substring(1)));
    }

    /** What is wrong with an answer; a field the document does not know is wrong too. */
    List<Error> wrongInAnswer(JsonNode schema, JsonNode value) {
        return answers.computeIfAbsent(schema, asked -> strict.getSchema(rooted(asked, closed, true)))
                .validate(value);
    }

    /** What is wrong with a part of a request. */
    List<Error> wrongInRequest(JsonNode schema, JsonNode value) {
        return requests.computeIfAbsent(schema, asked -> plain.getSchema(rooted(asked, root, false)))
                .validate(value);
    }

    /** By what is said of who may call, and of body, path and query. */
    boolean isWrong(Shot shot) {
        var body = shot.call.bodies().get(JSON);
        return !shot.caller.may(shot.call)
                || (body != null
                        && shot.bytes == null
                        && shot.tree != null
                        && shot.contentType().equals(JSON)
                        && (shot.call.bodyRequired() || !shot.tree.isNull())
                        && !wrongInRequest(body.schema(), shot.tree).isEmpty())
                || shot.call.in("path").stream().anyMatch(one -> isWrong(one, shot.path.getOrDefault(one.name(), "")))
                || shot.call.in("query").stream().anyMatch(one -> isWrong(one, shot));
    }

    /** What is sent twice can be taken either way. */
    private boolean isWrong(Call.Parameter parameter, Shot shot) {
        var sent = shot.query.stream()
                .filter(one -> one.name().equals(parameter.name()))
                .map(Shot.Header::value)
                .toList();
        return sent.size() == 1 && !sent.getFirst().isBlank() && isWrong(parameter, sent.getFirst());
    }

    private boolean isWrong(Call.Parameter parameter, String value) {
        var types = resolved(parameter.schema()).path("type");
        var isNumber = types.asString("").equals("integer") && value.matches("-?[0-9]{1,18}");
        return !wrongInRequest(
                        parameter.schema(),
                        isNumber
                                ? JsonNodeFactory.instance.numberNode(Long.parseLong(value))
                                : JsonNodeFactory.instance.stringNode(value))
                .isEmpty();
    }

    private static JsonNode rooted(JsonNode schema, JsonNode document, boolean closed) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", document.path("components"));
        whole.putArray("allOf").add(schema);
        if (closed && schema.has("allOf")) {
            whole.put("unevaluatedProperties", false);
        }
        return whole;
    }

    private static JsonNode closed(JsonNode document) {
        var copy = document.deepCopy();
        copy.path("components").path("schemas").properties().forEach(schema -> {
            if (schema.getValue() instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")
                    && !schema.getKey().equals(PROBLEM)) {
                object.put("additionalProperties", false);
            }
        });
        return copy;
    }
}
