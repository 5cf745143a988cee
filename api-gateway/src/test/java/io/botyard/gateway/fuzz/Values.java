package io.botyard.gateway.fuzz;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that a schema allows, at its edges more often than chance would have it. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL_LENGTH = 40;
    private static final int TRIES = 50;
    private static final Map<String, RgxGen> FORMS = new ConcurrentHashMap<>();
    private static final List<String> LETTERS = List.of(
            "a", "b", "Z", "0", "9", " ", "-", "_", ".", "é", "ß", "Ж", "中", "🙂", "e\u0301", "\u202E", "\"", "\\",
            "<b>", "%00", "'");

    private final Document document;
    private final RandomGenerator random;

    Values(Document document, RandomGenerator random) {
        this.document = document;
        this.random = random;
    }

    JsonNode of(JsonNode asked) {
        var schema = document.resolved(asked);
        if (schema.has("enum")) {
            return one(schema.get("enum"));
        }
        if (schema.has("anyOf") || schema.has("oneOf")) {
            return of(one(schema.has("anyOf") ? schema.get("anyOf") : schema.get("oneOf")));
        }
        return switch (type(schema)) {
            case "string" -> JSON.stringNode(text(schema));
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> array(schema);
            case "null" -> JSON.nullNode();
            default -> object(schema);
        };
    }

    private String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? one(type).asString() : type.asString("object");
    }

    private JsonNode one(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }

    private JsonNode array(JsonNode schema) {
        var array = JSON.arrayNode();
        IntStream.range(0, random.nextInt(4)).forEach(i -> array.add(of(schema.path("items"))));
        return array;
    }

    private JsonNode object(JsonNode schema) {
        var object = JSON.objectNode();
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").properties().forEach(field -> {
            if (required.contains(field.getKey()) || random.nextInt(3) == 0) {
                object.set(field.getKey(), of(field.getValue()));
            }
        });
        if (schema.path("additionalProperties").asBoolean(false) && random.nextBoolean()) {
            object.put("disable_notification", true).put("note", word(12));
        }
        return object;
    }

    private String text(JsonNode schema) {
        var least = schema.path("minLength").asInt(0);
        var most = schema.path("maxLength").asInt(Math.max(least, USUAL_LENGTH));
        if (schema.has("pattern")) {
            return formed(schema.get("pattern").asString(), least, most);
        }
        return switch (schema.path("format").asString("")) {
            case "email" -> "f" + Math.abs(random.nextLong()) + "@example.org";
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time" ->
                "20%02d-0%d-1%dT0%d:00:00Z"
                        .formatted(random.nextInt(100), 1 + random.nextInt(9), random.nextInt(10), random.nextInt(10));
            default -> word(length(least, most));
        };
    }

    private int length(int least, int most) {
        return switch (random.nextInt(6)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextInt(Math.min(most - least, USUAL_LENGTH) + 1);
        };
    }

    private String formed(String pattern, int least, int most) {
        var form = FORMS.computeIfAbsent(pattern, RgxGen::parse);
        for (var i = 0; i < TRIES; i++) {
            var text = form.generate(random);
            if (text.length() >= least && text.length() <= most) {
                return text;
            }
        }
        return word(least).replaceAll("[^A-Za-z0-9]", "x");
    }

    /** Of so many UTF-16 units, more or less usual ones. */
    String word(int length) {
        var plain = random.nextInt(3) > 0;
        var text = IntStream.range(0, length)
                .mapToObj(i -> plain
                        ? Character.toString('a' + random.nextInt(26))
                        : LETTERS.get(random.nextInt(LETTERS.size())))
                .collect(Collectors.joining());
        var cut = text.substring(0, length);
        return !cut.isEmpty() && Character.isHighSurrogate(cut.charAt(length - 1))
                ? cut.substring(0, length - 1) + "x"
                : cut;
    }

    private BigInteger integer(JsonNode schema) {
        var bits = schema.path("format").asString("").equals("int64") ? 62 : 30;
        var least = schema.has("minimum") ? schema.get("minimum").asLong() : -(1L << bits);
        var most = schema.has("maximum") ? schema.get("maximum").asLong() : 1L << bits;
        return BigInteger.valueOf(
                switch (random.nextInt(4)) {
                    case 0 -> least;
                    case 1 -> most;
                    case 2 -> Math.min(most, Math.max(least, random.nextInt(100)));
                    default -> random.nextLong(least, most) + random.nextInt(2);
                });
    }

    private BigDecimal number(JsonNode schema) {
        var least = schema.has("minimum") ? schema.get("minimum").decimalValue() : BigDecimal.valueOf(-1000);
        var most = schema.has("maximum") ? schema.get("maximum").decimalValue() : BigDecimal.valueOf(1000);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default ->
                least.add(most.subtract(least).multiply(BigDecimal.valueOf(random.nextDouble())))
                        .setScale(3, RoundingMode.CEILING)
                        .min(most);
        };
    }
}
