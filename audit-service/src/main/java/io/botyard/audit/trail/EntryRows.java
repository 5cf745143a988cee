package io.botyard.audit.trail;

import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.EntryFilter;
import io.botyard.audit.entry.EntryPlace;
import io.botyard.audit.entry.RecordedEntries;
import io.botyard.audit.trail.rows.EntryRow;
import java.util.List;
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

    void append(List<Entry> entries) {
        sql.batchUpdate("""
                INSERT INTO audit.entries (recorded_at, user_id, seq, event_id, at, actor_id, actor_role, actor_via, ip,
                    user_agent, action, outcome, details, request_id, hash)
                VALUES (clock_timestamp(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", entries, entries.size(), EntryRow::bind);
    }

    @Override
    public List<Entry> newestFirst(EntryFilter filter, @Nullable EntryPlace before, int limit) {
        var query = EntryQuery.of(filter, before, limit);
        return sql.query(query.sql(), (row, _) -> EntryRow.read(row), query.values());
    }
}
