package io.botyard.audit.activity.store;

import io.botyard.audit.entry.Projection;
import io.botyard.contract.BotRowId;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import io.botyard.contract.event.BotHealth;
import io.botyard.contract.event.BotHealthChanged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said of each bot's health last: the records that are entries in the trail, read once more. */
@Component
final class HealthRows implements Projection {
    private final JdbcClient sql;

    HealthRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void keep(List<Message> batch) {
        for (var message : batch) {
            if (message instanceof BotHealthChanged changed) {
                write(changed);
            }
        }
    }

    /** Those that are not well, whoever became so last first. */
    List<FaringBot> ill(@Nullable HealthPlace before, int limit) {
        var from = before == null ? null : before.since().atOffset(ZoneOffset.UTC);
        return sql.sql("""
                        SELECT * FROM audit.bot_health
                        WHERE health <> 'healthy' AND (?::timestamptz IS NULL OR (since, user_id) < (?::timestamptz, ?::bigint))
                        ORDER BY since DESC, user_id DESC LIMIT ?""")
                .param(from)
                .param(from)
                .param(before == null ? null : before.user().value())
                .param(limit)
                .query(HealthRows::read)
                .list();
    }

    private void write(BotHealthChanged changed) {
        var id = changed.id();
        sql.sql("""
                        INSERT INTO audit.bot_health VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (user_id) DO UPDATE SET
                            id = excluded.id, health = excluded.health, since = excluded.since, sends = excluded.sends,
                            failures = excluded.failures, consecutive_failures = excluded.consecutive_failures,
                            mean_ms = excluded.mean_ms
                        WHERE excluded.since >= bot_health.since""")
                .param(changed.userId().value())
                .param(id == null ? null : id.value())
                .param(changed.after().name().toLowerCase(Locale.ROOT))
                .param(changed.head().at().atOffset(ZoneOffset.UTC))
                .param(changed.sends())
                .param(changed.failures())
                .param(changed.consecutiveFailures())
                .param(changed.meanMs())
                .update();
    }

    private static FaringBot read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", Long.class);
        return new FaringBot(
                new UserId(row.getLong("user_id")),
                id == null ? null : new BotRowId(id),
                BotHealth.valueOf(row.getString("health").toUpperCase(Locale.ROOT)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getLong("sends"),
                row.getLong("failures"),
                row.getInt("consecutive_failures"),
                row.getObject("mean_ms", Long.class));
    }
}
