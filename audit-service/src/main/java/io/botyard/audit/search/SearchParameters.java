package io.botyard.audit.search;

import io.botyard.audit.entry.EntryFilter;
import io.botyard.audit.entry.EntryOutcome;
import io.botyard.audit.entry.EntryPlace;
import io.botyard.audit.entry.QueryParameters;
import io.botyard.contract.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the search's query. */
final class SearchParameters {
    /** Postgres keeps no later year than 294276; nothing here is older than Botyard. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final Set<String> KNOWN =
            Set.of("user_id", "actor_id", "action", "outcome", "from", "to", "cursor", "limit");
    private static final Set<String> OF_AN_EXPORT =
            Set.of("user_id", "actor_id", "action", "outcome", "from", "to", "format");
    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private SearchParameters() {}

    /** @throws io.botyard.audit.entry.InvalidQuery with everything that is wrong */
    static Search read(MultiValueMap<String, String> query) {
        var parameters = new QueryParameters(query, KNOWN);
        var filter = filter(parameters);
        var search = new Search(
                filter, parameters.one("cursor", "is a next_cursor of this search", Cursor::read), parameters.limit());
        parameters.complete();
        return search;
    }

    /** @throws io.botyard.audit.entry.InvalidQuery with everything that is wrong */
    static Export readExport(MultiValueMap<String, String> query) {
        var parameters = new QueryParameters(query, OF_AN_EXPORT);
        var filter = filter(parameters);
        var format = parameters.one("format", "is csv or jsonl", ExportFormat::of);
        parameters.complete();
        return new Export(filter, format == null ? ExportFormat.CSV : format);
    }

    private static EntryFilter filter(QueryParameters parameters) {
        var filter = new EntryFilter(
                parameters.one("user_id", "is a user's number", SearchParameters::user),
                parameters.one("actor_id", "is a user's number", SearchParameters::user),
                parameters.one("action", "is an event's name in snake_case", SearchParameters::action),
                parameters.one("outcome", "is ok, refused, failed or denied", EntryOutcome::of),
                parameters.one("from", "is a time as in 2026-01-31T12:00:00Z", SearchParameters::time),
                parameters.one("to", "is a time as in 2026-01-31T12:00:00Z", SearchParameters::time));
        if (filter.from() != null && filter.to() != null && filter.from().isAfter(filter.to())) {
            parameters.wrong("to", "is not before from");
        }
        return filter;
    }

    private static Optional<UserId> user(String text) {
        return QueryParameters.number(text).map(UserId::new);
    }

    private static Optional<String> action(String text) {
        return ACTION.matcher(text).matches() ? Optional.of(text) : Optional.empty();
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

    /** What is looked for, and as what it is written. */
    record Export(EntryFilter filter, ExportFormat format) {}
}
