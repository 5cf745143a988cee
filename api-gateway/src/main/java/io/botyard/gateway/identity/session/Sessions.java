package io.botyard.gateway.identity.session;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.contract.Actor;
import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import io.botyard.gateway.access.Ending;
import io.botyard.gateway.access.Endings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All sessions. Whatever ends one is announced once its transaction commits. */
@Component
public class Sessions {

    private static final String LIVES = "ended_at IS NULL AND idle_until > :now";
    private static final String END = "UPDATE identity.sessions SET ended_at = :now, end_reason = :why WHERE ";

    private final JdbcClient jdbc;
    private final RefreshTokens tokens;
    private final Endings endings;
    private final SessionSettings settings;
    private final Clock clock;

    Sessions(JdbcClient jdbc, RefreshTokens tokens, Endings endings, SessionSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.endings = endings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins one, seen from where this user is. */
    public Opened open(Actor user, boolean remember) {
        var now = clock.instant();
        var endsAt = now.plus(settings.most());
        var token = tokens.first(new SessionId(UuidCreator.getTimeOrderedEpoch()));
        jdbc.sql(
                        "INSERT INTO identity.sessions (id, user_id, created_at, last_used_at, remember, idle_until, ends_at,"
                                + " ip, user_agent, refresh_hash)"
                                + " VALUES (:id, :user, :now, :now, :remember, :idle, :ends, :ip, :agent, decode(:hash, 'hex'))")
                .param("id", token.session().value())
                .param("user", user.id().value())
                .param("now", Timestamp.from(now))
                .param("remember", remember)
                .param("idle", Timestamp.from(settings.idleUntil(now, remember, endsAt)))
                .param("ends", Timestamp.from(endsAt))
                .param("ip", user.ip())
                .param("agent", user.userAgent())
                .param("hash", token.hash())
                .update();
        return new Opened(user.id(), token.session(), token, remember);
    }

    /** Those of this user that have not ended, the latest first. */
    public List<Session> of(UserId user, Optional<SessionId> olderThan, int most) {
        return jdbc.sql("SELECT id, user_id, created_at, last_used_at, remember, idle_until, ends_at, ip, user_agent"
                        + " FROM identity.sessions WHERE user_id = :user AND " + LIVES
                        + " AND (CAST(:older AS uuid) IS NULL OR id < :older) ORDER BY id DESC LIMIT :most")
                .param("user", user.value())
                .param("now", now())
                .param("older", olderThan.map(SessionId::value).orElse(null))
                .param("most", most)
                .query(Sessions::session)
                .list();
    }

    /** Whose session it was, if it had not ended before. */
    public Optional<UserId> end(SessionId session, SessionEnd why) {
        var user = jdbc.sql(END + "id = :id AND " + LIVES + " RETURNING user_id")
                .param("now", now())
                .param("why", why.word())
                .param("id", session.value())
                .query(Long.class)
                .optional()
                .map(UserId::new);
        user.ifPresent(ended -> endings.announce(new Ending.OfSession(session)));
        return user;
    }

    /** Whether it was this user's, and had not ended before. */
    public boolean endOwn(UserId user, SessionId session, SessionEnd why) {
        var ended = jdbc.sql(END + "id = :id AND user_id = :user AND " + LIVES)
                .param("now", now())
                .param("why", why.word())
                .param("id", session.value())
                .param("user", user.value())
                .update();
        if (ended > 0) {
            endings.announce(new Ending.OfSession(session));
        }
        return ended > 0;
    }

    /** Part of the transaction that also changes the account, after its row was changed or locked. */
    public void endOthersOf(UserId user, SessionId kept, SessionEnd why) {
        jdbc.sql(END + "user_id = :user AND id <> :kept AND ended_at IS NULL")
                .param("now", now())
                .param("why", why.word())
                .param("user", user.value())
                .param("kept", kept.value())
                .update();
        endings.announce(new Ending.OfUser(user));
    }

    /** Part of the transaction that also changes the account, after its row was changed or locked. */
    public void endAllOf(UserId user, SessionEnd why) {
        jdbc.sql(END + "user_id = :user AND ended_at IS NULL")
                .param("now", now())
                .param("why", why.word())
                .param("user", user.value())
                .update();
        endings.announce(new Ending.OfUser(user));
    }

    void forgetOverBefore(Instant then) {
        jdbc.sql("DELETE FROM identity.sessions WHERE ended_at < :then OR (ended_at IS NULL AND idle_until < :then)")
                .param("then", Timestamp.from(then))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                new SessionId(row.getObject("id", UUID.class)),
                new UserId(row.getLong("user_id")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_used_at").toInstant(),
                row.getBoolean("remember"),
                row.getTimestamp("idle_until").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("ip"),
                row.getString("user_agent"));
    }
}
