package io.botyard.audit.entry;

import io.botyard.contract.BotStatus;
import io.botyard.contract.Ceilings;
import io.botyard.contract.Json;
import io.botyard.contract.Limits;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an entry tells beyond who, when and what: ids, codes and limits. Built field by field, in the order of writing,
 * as one line of JSON; the same facts always give the same characters, because the hash covers them.
 */
final class Details {
    private static final int LONGEST_TEXT = 1024;
    private static final String NULL = "null";
    private final StringBuilder json = new StringBuilder("{");

    private Details() {}

    static Details none() {
        return new Details();
    }

    Details with(String field, long number) {
        return raw(field, Long.toString(number));
    }

    Details with(String field, String text) {
        return raw(field, quoted(StorableText.of(text, LONGEST_TEXT)));
    }

    Details with(String field, Enum<?> word) {
        return with(field, word.name().toLowerCase(Locale.ROOT));
    }

    Details with(BotStatus status) {
        return with("status", status);
    }

    Details with(String field, Limits limits) {
        return raw(
                field,
                Details.none()
                        .raw(
                                "max_requests_per_second",
                                limits.maxRequestsPerSecond().toPlainString())
                        .with("max_concurrent_requests", limits.maxConcurrentRequests())
                        .json()
                        .text());
    }

    /** Where there is no ceiling, it says so. */
    Details with(String field, Ceilings ceilings) {
        var perSecond = ceilings.maxRequestsPerSecond();
        var atOnce = ceilings.maxConcurrentRequests();
        return raw(
                field,
                Details.none()
                        .raw("max_requests_per_second", perSecond == null ? NULL : perSecond.toPlainString())
                        .raw("max_concurrent_requests", atOnce == null ? NULL : atOnce.toString())
                        .json()
                        .text());
    }

    /** Sorted: a set has no order, and an entry must have one. */
    Details with(String field, Collection<String> texts) {
        return raw(
                field,
                texts.stream()
                        .sorted()
                        .map(text -> quoted(StorableText.of(text, LONGEST_TEXT)))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    Json json() {
        return new Json(json + "}");
    }

    private Details raw(String field, String value) {
        json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(field)
                .append("\":")
                .append(value);
        return this;
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
