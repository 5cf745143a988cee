package io.botyard.audit.trail.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a table that grows with all that happens, gone through from its first block to its last. */
@Component
final class OldRows {
    private final JdbcClient sql;

    OldRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** One step, in a transaction of its own that waits for nobody: takes a thousand rows at most. */
    Step drop(Forgettable rows, Instant olderThan, long block) {
        return sql.sql("SELECT dropped, next_block FROM audit.forget_" + rows.word() + "(?, ?)")
                .params(olderThan.atOffset(ZoneOffset.UTC), block)
                .query((row, _) -> new Step(row.getInt("dropped"), row.getObject("next_block", Long.class)))
                .single();
    }

    /**
     * What a step did.
     *
     * @param next where the next one begins; none at the end of the table
     */
    record Step(int dropped, @Nullable Long next) {}
}
