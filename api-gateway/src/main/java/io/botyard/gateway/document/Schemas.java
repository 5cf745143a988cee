package io.botyard.gateway.document;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and changes schemas, which hold each other in many ways. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class Schemas {

    private static final String NULL = "null";

    private Schemas() {}

    static Schema ref(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    static Schema of(String type) {
        return new JsonSchema().typesItem(type);
    }

    static Schema text() {
        return of("string");
    }

    static Schema oneOf(List<String> values) {
        var one = text();
        one.setEnum(values);
        return one;
    }

    static Schema listOf(Schema items) {
        return of("array").items(items);
    }

    /** An object with these fields always, and those sometimes. */
    static Schema object(Map<String, Schema> always, Map<String, Schema> sometimes) {
        var object = of("object");
        always.forEach(object::addProperty);
        new TreeMap<>(sometimes).forEach(object::addProperty);
        object.setRequired(List.copyOf(always.keySet()));
        return object;
    }

    /** The same, or null. */
    static Schema orNull(Schema schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(schema, of(NULL)));
        }
        if (schema.getTypes() != null && schema.addType(NULL) && schema.getEnum() != null) {
            var values = new ArrayList<Object>(schema.getEnum());
            values.add(null);
            schema.setEnum(values);
        }
        return schema;
    }

    static Stream<Schema> in(@Nullable Content content) {
        return content == null
                ? Stream.empty()
                : content.values().stream().map(MediaType::getSchema).filter(Objects::nonNull);
    }

    /** This one and all that is written in it. */
    static void walk(Schema schema, Consumer<Schema> visit) {
        visit.accept(schema);
        parts(schema).forEach(part -> walk(part, visit));
    }

    private static Stream<Schema> parts(Schema<?> schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? List.<Schema>of()
                                : schema.getProperties().values(),
                        all(schema.getItems()),
                        all(schema.getAdditionalProperties() instanceof Schema more ? more : null),
                        all(schema.getAllOf()),
                        all(schema.getAnyOf()),
                        all(schema.getOneOf()))
                .flatMap(Collection::stream);
    }

    private static Collection<Schema> all(@Nullable Schema schema) {
        return Optional.ofNullable(schema).stream().toList();
    }

    private static Collection<Schema> all(@Nullable List<Schema> schemas) {
        return Objects.requireNonNullElse(schemas, List.of());
    }
}
