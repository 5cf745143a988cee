package io.botyard.contract.wire;

import io.botyard.contract.Json;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The one way JSON is written here: snake_case fields and names, times as RFC 3339, unknown fields ignored. */
public final class WireJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enumNamingStrategy((_, _, constant) -> constant.toLowerCase(Locale.ROOT))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule("botyard")
                    .addSerializer(Json.class, new JsonWriter())
                    .addDeserializer(Json.class, new JsonReader()))
            .build();

    private WireJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static final class JsonWriter extends ValueSerializer<Json> {
        @Override
        public void serialize(Json value, JsonGenerator out, SerializationContext context) {
            out.writeRawValue(value.text());
        }
    }

    private static final class JsonReader extends ValueDeserializer<Json> {
        @Override
        public Json deserialize(JsonParser in, DeserializationContext context) {
            return new Json(in.readValueAsTree().toString());
        }

        @Override
        public Json getNullValue(DeserializationContext context) {
            return Json.NULL;
        }
    }
}
