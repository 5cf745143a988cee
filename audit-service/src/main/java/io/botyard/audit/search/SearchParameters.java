package io.botyard.audit.search;

import io.botyard.audit.entry.EntryFilter;
import io.botyard.audit.entry.EntryOutcome;
import io.botyard.audit.entry.EntryPlace;
import io.botyard.contract.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the search's query; whatever is wrong with it is told at once, not one by one. */
final class SearchParameters {
    static final int MOST = 200;
    static final int USUAL = 50;
    /** Postgres keeps no later year than 294276; nothing here is older than Botyard. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final Set<String> KNOWN =
            Set.of("user_id", "actor_id", "action", "outcome", "from", "to", "cursor", "limit");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final MultiValueMap<String, String> query;
    private final List<FieldProblem> problems = new ArrayList<>();

    private SearchParameters(MultiValueMap<String, String> query) {
        this.query = query;
    }

    /** @throws InvalidSearch with everything that is wrong */
    static Search read(MultiValueMap<String, String> query) {
        return new SearchParameters(query).search();
    }

    private Search search() {
        query.forEach((name, values) -> {
            if (!KNOWN.contains(name)) {
                problems.add(new FieldProblem(
                        name.length() > 64 ? name.substring(0, 64) : name,
                        "unknown",
                        "is no parameter of this search"));
            } else if (values.size() > 1) {
                problems.add(new FieldProblem(name, "repeated", "is given more than once"));
            }
        });
        var filter = new EntryFilter(
                one("user_id", "is a user's number", SearchParameters::user),
                one("actor_id", "is a user's number", SearchParameters::user),
                one("action", "is an event's name in snake_case", SearchParameters::action),
                one("outcome", "is ok, refused, failed or denied", EntryOutcome::of),
                one("from", "is a time as in 2026-01-31T12:00:00Z", SearchParameters::time),
                one("to", "is a time as in 2026-01-31T12:00:00Z", SearchParameters::time));
        if (filter.from() != null && filter.to() != null && filter.from().isAfter(filter.to())) {
            problems.add(new FieldProblem("to", "invalid", "is not before from"));
        }
        var before = one("cursor", "is a next_cursor of this search", Cursor::read);
        var limit = one("limit", "is 1 to " + MOST, SearchParameters::limit);
        if (!problems.isEmpty()) {
            throw new InvalidSearch(problems);
        }
        return new Search(filter, before, limit == null ? USUAL : limit);
    }

    private <T> @Nullable T one(String name, String what, Function<String, Optional<T>> reader) {
        var text = query.getFirst(name);
        if (text == null) {
            return null;
        }
        var value = reader.apply(text);
        if (value.isEmpty()) {
            problems.add(new FieldProblem(name, "invalid", what));
        }
        return value.orElse(null);
    }

    private static Optional<UserId> user(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new UserId(Long.parseLong(text))) : Optional.empty();
    }

    private static Optional<String> action(String text) {
        return ACTION.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Integer> limit(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(Long.parseLong(text))
                        .filter(limit -> limit >= 1 && limit <= MOST)
                        .map(Long::intValue)
                : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(at -> !at.isBefore(EARLIEST) && !at.isAfter(LATEST));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** What is looked for, from where on, and how much of it. */
    record Search(EntryFilter filter, @Nullable EntryPlace before, int limit) {}
}
