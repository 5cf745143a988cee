package io.botyard.audit.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** As what the trail is exported. */
enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    JSONL("application/jsonl");

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    static Optional<ExportFormat> of(String word) {
        return Stream.of(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(word))
                .findAny();
    }
}
