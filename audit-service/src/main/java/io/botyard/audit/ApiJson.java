package io.botyard.audit;

import io.botyard.contract.wire.WireJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** JSON as it is written everywhere here, with times always in whole milliseconds. */
final class ApiJson {
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ApiJson() {}

    static JsonMapper mapper() {
        return WireJson.mapper()
                .rebuild()
                .addModule(new SimpleModule("botyard-api").addSerializer(Instant.class, new MillisWriter()))
                .build();
    }

    private static final class MillisWriter extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializationContext context) {
            out.writeString(MILLIS.format(value));
        }
    }
}
