package io.botyard.gateway.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The copy of the document that is kept with the code, for whoever generates a client or reads a change. */
final class CommittedDocument {

    private static final Path FILE = Path.of("../docs/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CommittedDocument() {}

    static JsonNode read() {
        try {
            return JSON.readTree(Files.readString(FILE));
        } catch (IOException missing) {
            throw new UncheckedIOException("run CommittedDocumentTest with -Dgolden.write=true", missing);
        }
    }

    static void write(JsonNode document) {
        try {
            Files.writeString(FILE, JSON.writeValueAsString(document) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
