package io.botyard.audit.trail;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The partitions of the entries' table: this month's and those of the next three are always there. */
@Component
final class Months {
    private static final int AHEAD = 4;
    private final JdbcClient sql;
    private final Clock clock;
    private @Nullable LocalDate prepared;

    Months(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Makes what is missing; asks the database once a day at most. For one thread. */
    void prepare() {
        var today = LocalDate.now(clock);
        if (!today.equals(prepared)) {
            sql.sql("SELECT audit.prepare_months((now() AT TIME ZONE 'UTC')::date, ?)")
                    .param(AHEAD)
                    .query(rows -> {});
            prepared = today;
        }
    }
}
