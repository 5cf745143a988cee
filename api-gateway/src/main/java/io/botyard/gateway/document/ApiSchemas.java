package io.botyard.gateway.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Completes schemas by where they are used: an answer always has its known fields, a request is refused with unknown
 * ones.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
final class ApiSchemas {

    private static final String REFERENCE = "#/components/schemas/";
    /** As Java names it, and as every reader of the document does. */
    private static final String VISIBLE = "\\P{Cntrl}";

    private static final String VISIBLE_ANYWHERE = "[^\\x00-\\x1F\\x7F]";
    private static final String TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$";

    private final Map<String, Schema> schemas;

    private ApiSchemas(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void complete(OpenAPI document) {
        var operations = document.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .toList();
        var schemas = new ApiSchemas(new TreeMap<>(document.getComponents().getSchemas()));
        schemas.complete(operations);
        document.getComponents().setSchemas(schemas.schemas);
    }

    private void complete(List<Operation> operations) {
        var answers = operations.stream()
                .flatMap(operation -> operation.getResponses().values().stream())
                .flatMap(response -> Schemas.in(response.getContent()))
                .toList();
        var requests = operations.stream()
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> Schemas.in(body.getContent()))
                .toList();
        var parameters = operations.stream()
                .map(Operation::getParameters)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .flatMap(parameter -> Stream.ofNullable(parameter.getSchema()));
        Stream.of(schemas.values().stream(), answers.stream(), requests.stream(), parameters)
                .flatMap(some -> some)
                .forEach(schema -> Schemas.walk(schema, ApiSchemas::asSent));
        var answered = reached(answers);
        var asked = reached(requests);
        asked.stream().filter(answered::contains).findAny().ifPresent(both -> {
            throw new IllegalStateException(both + " is asked and answered: what may be left out differs, make it two");
        });
        asked.forEach(name -> asAsked(schema(name)));
        answered.forEach(name -> asAnswered(schema(name)));
        schemas.values().forEach(schema -> schema.setExtensions(null));
    }

    /** Enums as the JSON has them, and patterns that hold for the whole text as ours do. */
    private static void asSent(Schema schema) {
        if (schema.getEnum() != null) {
            schema.setEnum(schema.getEnum().stream()
                    .map(value -> value == null ? null : value.toString().toLowerCase(Locale.ROOT))
                    .toList());
        }
        if (schema.getPattern() != null) {
            var pattern = schema.getPattern().replace(VISIBLE, VISIBLE_ANYWHERE);
            schema.setPattern(pattern.startsWith("^") && pattern.endsWith("$") ? pattern : "^" + pattern + "$");
        }
    }

    private static void asAsked(Schema schema) {
        if (schema.getProperties() != null && schema.getAdditionalProperties() == null) {
            schema.setAdditionalProperties(false);
        }
        // What is said twice is taken once.
        Schemas.walk(schema, part -> part.setUniqueItems(null));
    }

    private static void asAnswered(Schema schema) {
        if (schema.getExtensions() != null && schema.getExtensions().get(RecordSchemas.ALWAYS) instanceof List always) {
            schema.setRequired(always);
        }
        Schemas.walk(schema, part -> {
            if ("date-time".equals(part.getFormat())) {
                part.setPattern(TIME);
            }
        });
    }

    private Set<String> reached(List<Schema> from) {
        var reached = new HashSet<String>();
        from.forEach(schema -> reach(schema, reached));
        return reached;
    }

    private void reach(Schema schema, Set<String> reached) {
        Schemas.walk(schema, part -> {
            if (part.get$ref() != null) {
                var name = part.get$ref().substring(REFERENCE.length());
                if (reached.add(name)) {
                    reach(schema(name), reached);
                }
            }
        });
    }

    private Schema schema(String name) {
        return Objects.requireNonNull(schemas.get(name), name);
    }
}
