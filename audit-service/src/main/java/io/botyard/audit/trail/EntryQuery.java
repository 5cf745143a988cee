package io.botyard.audit.trail;

import io.botyard.audit.entry.EntryFilter;
import io.botyard.audit.entry.EntryOutcome;
import io.botyard.audit.entry.EntryPlace;
import io.botyard.audit.trail.rows.EntryRow;
import io.botyard.contract.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one statement that finds entries; its conditions are those of the filter that are set. */
final class EntryQuery {
    private final StringBuilder sql =
            new StringBuilder("SELECT " + EntryRow.COLUMNS + " FROM audit.entries WHERE true");
    private final List<Object> values = new ArrayList<>();

    private EntryQuery() {}

    static EntryQuery of(EntryFilter filter, @Nullable EntryPlace before, int limit) {
        var query = new EntryQuery()
                .where(" AND user_id = ?", number(filter.userId()))
                .where(" AND actor_id = ?", number(filter.actorId()))
                .where(" AND action = ?", filter.action())
                .where(" AND outcome = ?", word(filter.outcome()))
                .where(" AND at >= ?", time(filter.from()))
                .where(" AND at < ?", time(filter.to()));
        if (before != null) {
            query.where(" AND (at, user_id, seq) < (?", time(before.at()))
                    .where(", ?", before.userId().value())
                    .where(", ?)", before.seq());
        }
        return query.where(" ORDER BY at DESC, user_id DESC, seq DESC LIMIT ?", limit);
    }

    String sql() {
        return sql.toString();
    }

    Object[] values() {
        return values.toArray();
    }

    private EntryQuery where(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
        return this;
    }

    private static @Nullable Object number(@Nullable UserId user) {
        return user == null ? null : user.value();
    }

    private static @Nullable Object word(@Nullable EntryOutcome outcome) {
        return outcome == null ? null : outcome.word();
    }

    private static @Nullable Object time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
