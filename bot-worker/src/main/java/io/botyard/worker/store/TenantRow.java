package io.botyard.worker.store;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Ceilings;
import io.botyard.contract.Limits;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.BotState;
import io.botyard.worker.bot.Standing;
import io.botyard.worker.bot.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Tenant} in one statement, so that bot and standing belong together also outside a transaction. */
final class TenantRow {

    static final String QUERY = """
            select u.user_id, s.suspension_reason, s.admin_max_requests_per_second, s.admin_max_concurrent_requests,
                s.claimed_bot_id, s.version as standing_version,
                b.id, b.bot_id, b.bot_username, b.token, b.token_since, b.mtproto, b.webhook_secret_sha256,
                b.status, b.is_verified, b.max_requests_per_second, b.max_concurrent_requests, b.last_error, b.version, b.created_at,
                b.updated_at
            from (values (cast(? as bigint))) u (user_id)
            left join bots.standing s using (user_id)
            left join bots.bot b using (user_id)""";

    private TenantRow() {}

    static Tenant read(ResultSet row, int number) throws SQLException {
        var user = new UserId(row.getLong("user_id"));
        var standing = standing(user, row);
        return new Tenant(
                standing,
                row.getObject("id", Long.class) == null ? Optional.empty() : Optional.of(bot(user, standing, row)));
    }

    private static Standing standing(UserId user, ResultSet row) throws SQLException {
        var claim = row.getObject("claimed_bot_id", Long.class);
        return new Standing(
                user,
                row.getString("suspension_reason"),
                new Ceilings(
                        row.getBigDecimal("admin_max_requests_per_second"),
                        row.getObject("admin_max_concurrent_requests", Integer.class)),
                claim == null ? null : new BotId(claim),
                row.getLong("standing_version"));
    }

    private static Bot bot(UserId user, Standing standing, ResultSet row) throws SQLException {
        var mtproto = row.getString("mtproto");
        return new Bot(
                new BotRowId(row.getLong("id")),
                user,
                new BotId(row.getLong("bot_id")),
                row.getString("bot_username"),
                new SealedSecret(row.getString("token")),
                row.getLong("token_since"),
                mtproto == null ? null : new SealedSecret(mtproto),
                row.getString("webhook_secret_sha256"),
                new Limits(row.getBigDecimal("max_requests_per_second"), row.getInt("max_concurrent_requests")),
                state(standing.suspensionReason(), row),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    /** Whether a bot is suspended is its user's standing, and then its status says so, too. */
    private static BotState state(@Nullable String suspensionReason, ResultSet row) throws SQLException {
        var lastError = row.getString("last_error");
        if (suspensionReason != null) {
            return new BotState.Suspended(suspensionReason, row.getBoolean("is_verified"), lastError);
        }
        var status = row.getString("status");
        return switch (BotStatus.valueOf(status.toUpperCase(Locale.ROOT))) {
            case PENDING -> new BotState.Pending(lastError);
            case ACTIVE -> new BotState.Active(lastError);
            case ERROR -> new BotState.Rejected(lastError == null ? Bot.REJECTED : lastError);
            case RATE_LIMITED -> new BotState.RateLimited(lastError);
            case SUSPENDED -> throw new IllegalStateException("bot " + row.getLong("id") + " cannot be " + status);
        };
    }
}
