package io.botyard.gateway.fuzz;

import com.github.curiousoddman.rgxgen.RgxGen;
import io.botyard.gateway.fuzz.Spoilers.Spoiler;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Wrong values in a body that is JSON all the same. */
final class BodySpoilers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int HUGE = 100_000;
    private static final int DEEP = 600;
    private static final List<String> STRANGE = List.of(
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uFFFF",
            "\u202Eabc",
            "🙂".repeat(30),
            "e\u0301".repeat(20),
            "\u200B",
            "file:///etc/passwd",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "%n%s",
            "\r\nX: y",
            "../../..");

    private final Document document;
    private final Values values;
    private final RandomGenerator random;

    BodySpoilers(Document document, Values values, RandomGenerator random) {
        this.document = document;
        this.values = values;
        this.random = random;
    }

    List<Spoiler> all() {
        return List.of(
                new Spoiler("a missing field", this::missing),
                new Spoiler("a field too many", this::extra),
                new Spoiler("a wrong type", this::wrongType),
                new Spoiler("null", shot -> replaced(shot, JSON.nullNode())),
                new Spoiler("a value outside", this::outside),
                new Spoiler("a huge value", shot -> replaced(shot, huge())),
                new Spoiler("strange text", shot -> replaced(shot, JSON.stringNode(one(STRANGE)))),
                new Spoiler("depth", shot -> replaced(shot, deep())),
                new Spoiler("another value than an object", this::notAnObject));
    }

    private boolean missing(Shot shot) {
        return shot.tree instanceof ObjectNode object
                && field(object)
                        .map(name -> {
                            object.remove(name);
                            return true;
                        })
                        .orElse(false);
    }

    private boolean extra(Shot shot) {
        if (shot.tree instanceof ObjectNode object) {
            object.set(
                    one(List.of("role", "status", "id", "admin", "__proto__", "is_verified", values.word(20))),
                    one(List.of(JSON.stringNode("admin"), JSON.numberNode(1), JSON.nullNode(), JSON.objectNode())));
            return true;
        }
        return false;
    }

    private boolean wrongType(Shot shot) {
        return shot.tree instanceof ObjectNode object
                && field(object)
                        .map(name -> {
                            var was = object.get(name).getNodeType();
                            var others = List.<JsonNode>of(
                                            JSON.stringNode(object.get(name).asString("1")),
                                            JSON.numberNode(7),
                                            JSON.numberNode(new BigDecimal("1.5")),
                                            JSON.booleanNode(true),
                                            JSON.arrayNode().add(object.get(name)),
                                            JSON.objectNode())
                                    .stream()
                                    .filter(other -> other.getNodeType() != was)
                                    .toList();
                            object.set(name, one(others));
                            return true;
                        })
                        .orElse(false);
    }

    private boolean replaced(Shot shot, JsonNode value) {
        return shot.tree instanceof ObjectNode object
                && field(object)
                        .map(name -> {
                            object.set(name, value);
                            return true;
                        })
                        .orElse(false);
    }

    private boolean notAnObject(Shot shot) {
        if (shot.tree == null || shot.contentType().startsWith("multipart")) {
            return false;
        }
        shot.tree = one(List.of(
                JSON.arrayNode().add(shot.tree),
                JSON.arrayNode(),
                JSON.stringNode("text"),
                JSON.numberNode(5),
                JSON.booleanNode(true),
                JSON.nullNode()));
        return true;
    }

    /** One step over a limit of the schema. */
    private boolean outside(Shot shot) {
        var body = shot.call.bodies().get("application/json");
        if (body == null || !(shot.tree instanceof ObjectNode object)) {
            return false;
        }
        var outside = new ArrayList<Runnable>();
        document.resolved(body.schema())
                .path("properties")
                .properties()
                .forEach(field -> over(document.resolved(field.getValue()))
                        .forEach(value -> outside.add(() -> object.set(field.getKey(), value))));
        if (outside.isEmpty()) {
            return false;
        }
        one(outside).run();
        return true;
    }

    private List<JsonNode> over(JsonNode schema) {
        var over = new ArrayList<JsonNode>();
        if (schema.has("minimum")) {
            over.add(JSON.numberNode(schema.get("minimum").decimalValue().subtract(new BigDecimal("0.001"))));
            over.add(JSON.numberNode(schema.get("minimum").decimalValue().negate()));
        }
        if (schema.has("maximum")) {
            over.add(JSON.numberNode(schema.get("maximum").decimalValue().add(BigDecimal.ONE)));
        }
        if (schema.path("minLength").asInt(0) > 0) {
            over.add(JSON.stringNode("x".repeat(schema.get("minLength").asInt() - 1)));
        }
        if (schema.has("maxLength")) {
            over.add(JSON.stringNode("x".repeat(schema.get("maxLength").asInt() + 1)));
        }
        if (schema.has("pattern")) {
            over.add(JSON.stringNode(
                    RgxGen.parse(schema.get("pattern").asString()).generateNotMatching(random)));
        }
        if (schema.has("enum")) {
            over.add(JSON.stringNode("neither"));
        }
        return over;
    }

    private JsonNode huge() {
        return switch (random.nextInt(4)) {
            case 0 -> JSON.stringNode("x".repeat(HUGE));
            case 1 -> JSON.numberNode(new BigInteger("9".repeat(500)));
            case 2 -> JSON.numberNode(new BigDecimal("1e-4000"));
            default -> {
                var array = JSON.arrayNode();
                for (var i = 0; i < HUGE / 10; i++) {
                    array.add(i);
                }
                yield array;
            }
        };
    }

    private static JsonNode deep() {
        JsonNode node = JSON.nullNode();
        for (var i = 0; i < DEEP; i++) {
            node = JSON.arrayNode().add(node);
        }
        return node;
    }

    private Optional<String> field(ObjectNode object) {
        return object.isEmpty() ? Optional.empty() : Optional.of(one(List.copyOf(object.propertyNames())));
    }

    private <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
