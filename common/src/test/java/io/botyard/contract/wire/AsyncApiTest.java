package io.botyard.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.contract.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/** The document says what the records say. To accept a change, run with {@code -Dgolden.write=true} and read it. */
class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("../docs/asyncapi.json");

    @Test
    void theDocumentIsWhatTheRecordsSay() throws IOException {
        var json = WireJson.mapper()
                        .writer()
                        .with(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(AsyncApi.document())
                + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(DOCUMENT, json);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("io.botyard.contract.wire.Samples#all")
    void aRecordHasTheFieldsTheDocumentPromisesAndNoOthers(Message sample) throws IOException {
        var payload = WireJson.mapper()
                .readTree(Files.readString(DOCUMENT))
                .at("/components/messages/" + sample.kind() + "/payload/properties");
        JsonNode written = WireJson.mapper().valueToTree(sample);
        assertThat(written.propertyNames()).containsExactlyInAnyOrderElementsOf(payload.propertyNames());
    }
}
