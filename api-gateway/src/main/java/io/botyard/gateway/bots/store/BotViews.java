package io.botyard.gateway.bots.store;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what worker and audit-service show the gateway of bots. */
@Component
public class BotViews {

    private final JdbcClient jdbc;

    BotViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<BotView> of(UserId user) {
        return jdbc.sql("SELECT id, user_id, bot_id, bot_username, status, is_verified, max_requests_per_second,"
                        + " max_concurrent_requests, admin_max_requests_per_second, admin_max_concurrent_requests,"
                        + " suspension_reason, last_error, mtproto_configured, version, created_at, updated_at"
                        + " FROM bots.bot_view WHERE user_id = :user")
                .param("user", user.value())
                .query(BotViews::view)
                .optional();
    }

    public BotUsage usage(BotView bot) {
        return jdbc.sql("SELECT total_requests, last_used_at FROM audit.usage WHERE user_id = :user AND id = :id")
                .param("user", bot.userId().value())
                .param("id", bot.id().value())
                .query((row, number) -> new BotUsage(row.getLong("total_requests"), instant(row, "last_used_at")))
                .optional()
                .orElse(BotUsage.NONE);
    }

    private static BotView view(ResultSet row, int number) throws SQLException {
        return new BotView(
                new UserId(row.getLong("user_id")),
                new BotRowId(row.getLong("id")),
                new BotId(row.getLong("bot_id")),
                row.getString("bot_username"),
                BotStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getBoolean("is_verified"),
                row.getBigDecimal("max_requests_per_second"),
                row.getInt("max_concurrent_requests"),
                row.getBigDecimal("admin_max_requests_per_second"),
                row.getObject("admin_max_concurrent_requests", Integer.class),
                row.getString("suspension_reason"),
                row.getString("last_error"),
                row.getBoolean("mtproto_configured"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
