package io.botyard.audit.trail;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ready means: partitions are assigned and read, and Postgres answers. */
@Component
final class IngestionHealthIndicator implements HealthIndicator {
    private final IngestionState state;
    private final JdbcClient sql;

    IngestionHealthIndicator(IngestionState state, JdbcClient sql) {
        this.state = state;
        this.sql = sql;
    }

    @Override
    public Health health() {
        if (!state.reading()) {
            return Health.outOfService().withDetail("reason", "topics not read").build();
        }
        try {
            sql.sql("SELECT 1").query(Integer.class).single();
            return Health.up().build();
        } catch (DataAccessException away) {
            return Health.outOfService().withDetail("reason", "database away").build();
        }
    }
}
