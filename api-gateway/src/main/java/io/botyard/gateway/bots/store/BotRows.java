package io.botyard.gateway.bots.store;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Ceilings;
import io.botyard.contract.Limits;
import io.botyard.contract.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How bots and their usage lie in the views of them. */
final class BotRows {

    static final String VIEW = "b.id, b.user_id, b.bot_id, b.bot_username, b.status, b.is_verified,"
            + " b.max_requests_per_second, b.max_concurrent_requests, b.admin_max_requests_per_second,"
            + " b.admin_max_concurrent_requests, b.suspension_reason, b.last_error, b.mtproto_configured, b.version,"
            + " b.created_at, b.updated_at, b.backlog_full";

    static final String USAGE = "u.total_requests, u.last_used_at";

    private BotRows() {}

    static BotView view(ResultSet row) throws SQLException {
        return new BotView(
                new UserId(row.getLong("user_id")),
                new BotRowId(row.getLong("id")),
                new BotId(row.getLong("bot_id")),
                row.getString("bot_username"),
                BotStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getBoolean("is_verified"),
                new Limits(row.getBigDecimal("max_requests_per_second"), row.getInt("max_concurrent_requests")),
                new Ceilings(
                        row.getBigDecimal("admin_max_requests_per_second"),
                        row.getObject("admin_max_concurrent_requests", Integer.class)),
                row.getString("suspension_reason"),
                row.getString("last_error"),
                row.getBoolean("mtproto_configured"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getBoolean("backlog_full"));
    }

    static BotUsage usage(ResultSet row) throws SQLException {
        return new BotUsage(row.getLong("total_requests"), instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
