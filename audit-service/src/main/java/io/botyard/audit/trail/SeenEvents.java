package io.botyard.audit.trail;

import io.botyard.contract.EventId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ids of events that have their entry, so that an event told twice is recorded once. */
@Component
final class SeenEvents {
    private final JdbcClient sql;

    SeenEvents(JdbcClient sql) {
        this.sql = sql;
    }

    /** Marks these as seen, and tells which of them were not before. */
    Set<EventId> fresh(Collection<EventId> events) {
        return sql
                .sql("""
                        INSERT INTO audit.seen_events (event_id, recorded_at)
                        SELECT id, now() FROM unnest(?) id ON CONFLICT DO NOTHING RETURNING event_id""")
                .param(events.stream().map(EventId::value).toArray(UUID[]::new))
                .query((row, _) -> new EventId(row.getObject("event_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
