package io.botyard.gateway.identity.session;

import io.botyard.contract.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each refresh token is good once. For ten seconds after, and only while its successor is unused, it is answered with
 * that same successor, so that two tabs, or an answer lost on its way, lock nobody out.
 */
@Component
public class Rotation {

    private record Family(
            UserId user,
            boolean remember,
            Instant endsAt,
            String refreshHash,
            @Nullable String spentHash,
            Instant spentAt) {

        static Family of(ResultSet row, int number) throws SQLException {
            var spentAt = row.getTimestamp("spent_at");
            return new Family(
                    new UserId(row.getLong("user_id")),
                    row.getBoolean("remember"),
                    row.getTimestamp("ends_at").toInstant(),
                    row.getString("refresh_hash"),
                    row.getString("spent_hash"),
                    spentAt == null ? Instant.MIN : spentAt.toInstant());
        }
    }

    private final JdbcClient jdbc;
    private final RefreshTokens tokens;
    private final Sessions sessions;
    private final SessionSettings settings;
    private final Clock clock;

    Rotation(JdbcClient jdbc, RefreshTokens tokens, Sessions sessions, SessionSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of concurrent calls with one token, one rotates and the others hear the same. Within a transaction. */
    public Refresh refresh(RefreshToken token) {
        var now = clock.instant();
        return jdbc.sql(
                        "SELECT user_id, remember, ends_at, encode(refresh_hash, 'hex') AS refresh_hash,"
                                + " encode(spent_hash, 'hex') AS spent_hash, spent_at"
                                + " FROM identity.sessions WHERE id = :id AND ended_at IS NULL AND idle_until > :now FOR UPDATE")
                .param("id", token.session().value())
                .param("now", Timestamp.from(now))
                .query(Family::of)
                .optional()
                .map(family -> refresh(token, family, now))
                .orElseGet(Refresh.Over::new);
    }

    private Refresh refresh(RefreshToken token, Family family, Instant now) {
        var successor = tokens.successor(token);
        var hash = token.hash();
        if (hash.equals(family.refreshHash())) {
            rotate(token, successor, family, now);
            return renewed(successor, family);
        }
        var justSpent =
                hash.equals(family.spentHash()) && !now.isAfter(family.spentAt().plus(settings.grace()));
        if (justSpent) {
            return renewed(successor, family);
        }
        sessions.end(token.session(), SessionEnd.REFRESH_TOKEN_REUSED);
        return new Refresh.Reused(family.user(), token.session());
    }

    private static Refresh renewed(RefreshToken successor, Family family) {
        return new Refresh.Renewed(new Opened(family.user(), successor.session(), successor, family.remember()));
    }

    private void rotate(RefreshToken spent, RefreshToken successor, Family family, Instant now) {
        jdbc.sql(
                        "UPDATE identity.sessions SET refresh_hash = decode(:successor, 'hex'), spent_hash = decode(:spent, 'hex'), spent_at = :now,"
                                + " last_used_at = :now, idle_until = :idle WHERE id = :id")
                .param("successor", successor.hash())
                .param("spent", spent.hash())
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(settings.idleUntil(now, family.remember(), family.endsAt())))
                .param("id", spent.session().value())
                .update();
    }
}
