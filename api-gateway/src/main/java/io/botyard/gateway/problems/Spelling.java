package io.botyard.gateway.problems;

import java.util.Locale;
import java.util.regex.Pattern;

/** Field names as clients spell them. */
final class Spelling {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Spelling() {}

    static String snakeCase(String name) {
        return WORD_START.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
