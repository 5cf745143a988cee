package io.botyard.gateway.admin;

import java.util.Locale;

/** As what the trail is exported. */
enum TrailFormat {
    CSV("text/csv;charset=UTF-8"),
    JSONL("application/jsonl");

    /** Of the parameter. */
    static final String NAME = "format";

    private final String contentType;

    TrailFormat(String contentType) {
        this.contentType = contentType;
    }

    static TrailFormat of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String contentType() {
        return contentType;
    }

    String fileName() {
        return "botyard-trail." + name().toLowerCase(Locale.ROOT);
    }
}
