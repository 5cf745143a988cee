package io.botyard.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The two halves of {@code /bot<token>/<method>}. */
record BotPath(String token, String method) {

    private static final String PREFIX = "/bot";

    /** Empty when the path is not of that form. */
    static Optional<BotPath> of(String rawPath) {
        if (!rawPath.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int slash = rawPath.indexOf('/', PREFIX.length());
        if (slash < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new BotPath(decoded(rawPath.substring(PREFIX.length(), slash)), decoded(rawPath.substring(slash + 1))));
    }

    private static String decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }

    @Override
    public String toString() {
        return "BotPath[" + method + "]";
    }
}
