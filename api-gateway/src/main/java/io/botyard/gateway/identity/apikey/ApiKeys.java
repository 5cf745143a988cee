package io.botyard.gateway.identity.apikey;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.contract.ApiKeyId;
import io.botyard.contract.Scope;
import io.botyard.contract.UserId;
import io.botyard.gateway.access.Ending;
import io.botyard.gateway.access.Endings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All API keys. What is revoked is announced once its transaction commits. */
@Component
public class ApiKeys {

    /** How many a user may have that are neither revoked nor expired. */
    static final int MOST = 20;

    private static final String COLUMNS = "id, name, prefix, scopes, created_at, expires_at, last_used_at";

    private final JdbcClient jdbc;
    private final ApiKeySecrets secrets;
    private final Endings endings;
    private final Clock clock;

    ApiKeys(JdbcClient jdbc, ApiKeySecrets secrets, Endings endings, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.endings = endings;
        this.clock = clock;
    }

    /** One more, unless there are as many as there may be, however many are made at once. Within a transaction. */
    Creation create(UserId user, NewApiKey wanted) {
        lock(user);
        if (countOf(user) >= MOST) {
            return new Creation.Limit();
        }
        var secret = secrets.fresh();
        var key = jdbc.sql("INSERT INTO identity.api_keys"
                        + " (id, user_id, name, prefix, hash, scopes, created_at, expires_at)"
                        + " VALUES (:id, :user, :name, :prefix, :hash, :scopes, :now, :expires) RETURNING " + COLUMNS)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("user", user.value())
                .param("name", wanted.name())
                .param("prefix", ApiKeySecrets.shown(secret))
                .param("hash", HexFormat.of().parseHex(secrets.hash(secret)))
                .param(
                        "scopes",
                        wanted.scopes().stream().map(Scope::word).sorted().toArray(String[]::new))
                .param("now", now())
                .param("expires", timestamp(wanted.expiresAt()))
                .query(ApiKeys::key)
                .single();
        return new Creation.Created(key, secret);
    }

    private void lock(UserId user) {
        jdbc.sql("SELECT id FROM identity.users WHERE id = :user FOR UPDATE")
                .param("user", user.value())
                .query(Long.class)
                .single();
    }

    private int countOf(UserId user) {
        return jdbc.sql("SELECT count(*) FROM identity.api_keys WHERE user_id = :user AND revoked_at IS NULL"
                        + " AND (expires_at IS NULL OR expires_at > :now)")
                .param("user", user.value())
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    /** Those that this user did not revoke, also the expired, the latest first. */
    List<ApiKey> of(UserId user, Optional<UUID> olderThan, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM identity.api_keys WHERE user_id = :user AND revoked_at IS NULL"
                        + " AND (CAST(:older AS uuid) IS NULL OR id < :older) ORDER BY id DESC LIMIT :most")
                .param("user", user.value())
                .param("older", olderThan.orElse(null))
                .param("most", most)
                .query(ApiKeys::key)
                .list();
    }

    /** Whether it was this user's, and had not been revoked before. */
    boolean revoke(UserId user, ApiKeyId key) {
        var revoked = jdbc.sql("UPDATE identity.api_keys SET revoked_at = :now"
                        + " WHERE id = :id AND user_id = :user AND revoked_at IS NULL")
                .param("now", now())
                .param("id", key.value())
                .param("user", user.value())
                .update();
        if (revoked > 0) {
            endings.announce(new Ending.OfKey(key));
        }
        return revoked > 0;
    }

    /** Part of the transaction that also changes the account, after its row was changed or locked. */
    public void revokeAllOf(UserId user) {
        jdbc.sql("UPDATE identity.api_keys SET revoked_at = :now WHERE user_id = :user AND revoked_at IS NULL")
                .param("now", now())
                .param("user", user.value())
                .update();
        endings.announce(new Ending.OfUser(user));
    }

    /** Notes that it is in use, unless that was noted since {@code before} or somebody else is at it. */
    public void used(ApiKeyId key, Instant before) {
        jdbc.sql("UPDATE identity.api_keys SET last_used_at = :now WHERE id = (SELECT id FROM identity.api_keys"
                        + " WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :before)"
                        + " FOR UPDATE SKIP LOCKED)")
                .param("now", now())
                .param("id", key.value())
                .param("before", Timestamp.from(before))
                .update();
    }

    void forgetRevokedBefore(Instant then) {
        jdbc.sql("DELETE FROM identity.api_keys WHERE revoked_at < :then")
                .param("then", Timestamp.from(then))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        var scopes = Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(Scope::of)
                .flatMap(Optional::stream)
                .toList();
        return new ApiKey(
                new ApiKeyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("prefix"),
                scopes,
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("expires_at")),
                instant(row.getTimestamp("last_used_at")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
