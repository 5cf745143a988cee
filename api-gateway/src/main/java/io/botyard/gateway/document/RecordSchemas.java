package io.botyard.gateway.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.RefUtils;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Digits;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Adds to the schema of a record what its components say: which may be null, and which are always sent. */
final class RecordSchemas extends ModelResolver {

    /** Names the fields an answer always has; read, and taken out, when the document is completed. */
    static final String ALWAYS = "x-always";

    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    RecordSchemas() {
        super(new ObjectMapper().setPropertyNamingStrategy(SNAKE_CASE), new SchemaNames());
        openapi31(true);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        var schema = super.resolve(type, context, next);
        var made = _mapper.constructType(type.getType()).getRawClass();
        if (schema != null && made.isRecord()) {
            model(schema, context).filter(model -> !isComplete(model)).ifPresent(model -> complete(model, made));
        }
        return schema;
    }

    private static Optional<Schema<?>> model(Schema<?> schema, ModelConverterContext context) {
        var name = schema.get$ref() == null
                ? schema.getName()
                : RefUtils.extractSimpleName(schema.get$ref()).getKey().toString();
        return Optional.ofNullable(name).map(known -> context.getDefinedModels().get(known));
    }

    private static boolean isComplete(Schema<?> model) {
        return model.getProperties() == null
                || (model.getExtensions() != null && model.getExtensions().containsKey(ALWAYS));
    }

    private static void complete(Schema<?> model, Class<?> made) {
        var always = new ArrayList<String>();
        for (var component : made.getRecordComponents()) {
            var name = nameOf(component);
            var property = model.getProperties().get(name);
            if (property != null) {
                var leftOut = component.getAccessor().isAnnotationPresent(JsonInclude.class);
                if (!leftOut) {
                    always.add(name);
                }
                model.getProperties().put(name, completed(property, component, leftOut));
            }
        }
        model.addExtension(ALWAYS, List.copyOf(always));
    }

    /** A field that is left out when it is empty is never null. */
    private static Schema<?> completed(Schema<?> property, RecordComponent component, boolean leftOut) {
        if (isAnything(component)) {
            return new JsonSchema();
        }
        fraction(component).ifPresent(digits -> property.setMultipleOf(BigDecimal.ONE.movePointLeft(digits)));
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !leftOut
                ? Schemas.orNull(property)
                : property;
    }

    private static boolean isAnything(RecordComponent component) {
        return component.getType() == JsonNode.class
                && !component.getAccessor().isAnnotationPresent(io.swagger.v3.oas.annotations.media.Schema.class);
    }

    private static String nameOf(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElseGet(() -> SNAKE_CASE.translate(component.getName()));
    }

    private static Optional<Integer> fraction(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(Digits.class))
                .map(Digits::fraction);
    }
}
