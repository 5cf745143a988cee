package io.botyard.audit.trail;

import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.EntryFilter;
import io.botyard.audit.entry.EntryPlace;
import io.botyard.audit.entry.RecordedEntries;
import io.botyard.audit.rows.CopiedRows;
import io.botyard.audit.trail.rows.EntryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Entries in Postgres. They are added and read; the role has no right to anything else. */
@Component
final class EntryRows implements RecordedEntries {
    private final JdbcTemplate sql;

    EntryRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * Adds them at the database's time of now: the caller holds their chains, so no entry is recorded before the one it
     * follows.
     *
     * @param entries made as they are sent
     */
    void append(Stream<Entry> entries) {
        var now = Objects.requireNonNull(sql.queryForObject("SELECT clock_timestamp()::text", String.class));
        CopiedRows.into(sql, "audit.entries (" + EntryRow.COLUMNS + ", recorded_at)", entries.map(entry -> {
            var row = new ArrayList<>(EntryRow.values(entry));
            row.add(now);
            return row;
        }));
    }

    @Override
    public List<Entry> newestFirst(EntryFilter filter, @Nullable EntryPlace before, int limit) {
        var query = EntryQuery.of(filter, before, limit);
        return sql.query(query.sql(), (row, _) -> EntryRow.read(row), query.values());
    }
}
