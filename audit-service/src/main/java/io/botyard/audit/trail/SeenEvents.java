package io.botyard.audit.trail;

import io.botyard.audit.rows.CopiedRows;
import io.botyard.contract.EventId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ids of events that have their entry, so that an event told twice is recorded once. */
@Component
final class SeenEvents {
    private final JdbcTemplate sql;

    SeenEvents(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Which of these were recorded before. Only whoever holds the positions of their users may ask. */
    Set<EventId> among(Collection<EventId> events) {
        return JdbcClient.create(sql)
                .sql("SELECT event_id FROM audit.seen_events WHERE event_id = ANY (?)")
                .param(events.stream().map(EventId::value).toArray(UUID[]::new))
                .query((row, _) -> new EventId(row.getObject("event_id", UUID.class)))
                .set();
    }

    /** Marks these as recorded, which none of them was. */
    void add(Collection<EventId> events) {
        CopiedRows.into(
                sql,
                "audit.seen_events (event_id, recorded_at)",
                events.stream().map(id -> List.of(id, "now")));
    }
}
