package io.botyard.gateway.bots;

import io.botyard.gateway.access.Rejection;
import tools.jackson.databind.JsonNode;

/** Keeps callers from naming files of the machine a Bot API server runs on. */
final class LocalFiles {

    private static final String SCHEME = "file:";

    private LocalFiles() {}

    /** Looks at every text in a value, also where a text is itself JSON. */
    static void refuse(String field, JsonNode value) {
        if (value.isString()) {
            refuse(field, value.asString());
        } else {
            value.values().forEach(inner -> refuse(field, inner));
        }
    }

    static void refuse(String field, String text) {
        var start = text.stripLeading();
        if (start.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Rejection.invalid(field, "file_url", "may not start with " + SCHEME);
        }
        if (start.startsWith("{") || start.startsWith("[") || start.startsWith("\"")) {
            StrictJson.parse(start).ifPresent(inner -> refuse(field, inner));
        }
    }
}
