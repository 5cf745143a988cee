package io.botyard.audit.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a query string; whatever is wrong with it is told at once, not one by one. */
public final class QueryParameters {
    /** The most that is given at once. */
    public static final int MOST = 200;

    /** What is given when nobody says how much. */
    public static final int USUAL = 50;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final int LONGEST_NAME = 64;

    private final Map<String, List<String>> query;
    private final List<FieldProblem> problems = new ArrayList<>();

    /**
     * Begins with the names.
     *
     * @param known those there are; any other is a mistake
     */
    public QueryParameters(Map<String, List<String>> query, Set<String> known) {
        this.query = query;
        query.forEach((name, values) -> {
            if (!known.contains(name)) {
                problems.add(new FieldProblem(
                        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                        "unknown",
                        "is no parameter of this search"));
            } else if (values.size() > 1) {
                problems.add(new FieldProblem(name, "repeated", "is given more than once"));
            }
        });
    }

    /**
     * The parameter's value, none when it is absent or wrong.
     *
     * @param what how a right one looks
     */
    public <T> @Nullable T one(String name, String what, Function<String, Optional<T>> reader) {
        var values = query.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        var value = reader.apply(values.getFirst());
        if (value.isEmpty()) {
            problems.add(new FieldProblem(name, "invalid", what));
        }
        return value.orElse(null);
    }

    public int limit() {
        var limit = one(
                "limit",
                "is 1 to " + MOST,
                text -> number(text)
                        .filter(count -> count >= 1 && count <= MOST)
                        .map(Long::intValue));
        return limit == null ? USUAL : limit;
    }

    /** Something is wrong that one parameter alone does not show. */
    public void wrong(String name, String what) {
        problems.add(new FieldProblem(name, "invalid", what));
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidQuery with everything that is wrong
     */
    public void complete() {
        if (!problems.isEmpty()) {
            throw new InvalidQuery(problems);
        }
    }

    /** Up to 18 digits. */
    public static Optional<Long> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
