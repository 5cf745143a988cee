package io.botyard.gateway.fuzz;

import java.util.List;
import java.util.Optional;

/** What came back, as it came. */
record Reply(int status, List<Shot.Header> headers, String text) {

    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Shot.Header::value)
                .findFirst();
    }

    /** Without parameters such as the character set. */
    String contentType() {
        return header("Content-Type").orElse("").replaceFirst("\\s*;.*", "");
    }

    @Override
    public String toString() {
        return status + " " + contentType() + " " + text;
    }

    /** All of it. */
    String everything() {
        return headers + "\n" + text;
    }
}
