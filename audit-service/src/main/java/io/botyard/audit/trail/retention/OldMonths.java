package io.botyard.audit.trail.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The months that lie before the first one that has to be kept, and who has allowed that they go. */
@Component
final class OldMonths {
    private final JdbcClient sql;

    OldMonths(JdbcClient sql) {
        this.sql = sql;
    }

    boolean areThere(Instant firstKept) {
        return sql.sql("SELECT audit.old_months(?)")
                        .param(time(firstKept))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The partitions whose checkpoints are in {@code audit.heads}. */
    Set<Integer> allowed(Instant firstKept) {
        return sql
                .sql("SELECT partition FROM audit.checkpoints WHERE first_kept = ?")
                .param(time(firstKept))
                .query((row, _) -> row.getInt("partition"))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void allow(int partition, Instant firstKept) {
        sql.sql("""
                        INSERT INTO audit.checkpoints (partition, first_kept) VALUES (?, ?)
                        ON CONFLICT (partition) DO UPDATE SET first_kept = excluded.first_kept""").params(partition, time(firstKept)).update();
    }

    /** Drops them all, if all partitions allow it and they are not being read; how many that were. */
    int drop(Instant firstKept) {
        return sql.sql("SELECT audit.drop_months(?)")
                .param(time(firstKept))
                .query(Integer.class)
                .single();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
