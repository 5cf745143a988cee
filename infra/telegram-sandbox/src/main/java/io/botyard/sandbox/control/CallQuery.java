package io.botyard.sandbox.control;

import io.botyard.sandbox.ledger.CallFilter;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which calls somebody wants to see. */
final class CallQuery {

    private static final int USUAL_LIMIT = 100;
    private static final Set<String> FIELDS = Set.of("bot_id", "method", "after", "limit");

    private CallQuery() {}

    static CallFilter read(Map<String, String> query) throws BadInput {
        for (String name : query.keySet()) {
            if (!FIELDS.contains(name)) {
                throw new BadInput("unknown parameter " + name);
            }
        }
        Long after = number(query, "after");
        Long limit = number(query, "limit");
        try {
            return new CallFilter(
                    number(query, "bot_id"),
                    query.get("method"),
                    after == null ? 0 : after,
                    limit == null ? USUAL_LIMIT : Math.toIntExact(limit));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Long number(Map<String, String> query, String name) throws BadInput {
        String text = query.get(name);
        try {
            return text == null ? null : (Long) Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadInput(name + " is a whole number");
        }
    }
}
