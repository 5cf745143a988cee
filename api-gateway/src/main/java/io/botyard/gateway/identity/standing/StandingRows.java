package io.botyard.gateway.identity.standing;

import io.botyard.contract.ApiKeyId;
import io.botyard.contract.Role;
import io.botyard.contract.Scope;
import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import io.botyard.gateway.access.Standing;
import io.botyard.gateway.identity.apikey.ApiKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what Postgres knows of a credential now. */
@Component
class StandingRows {

    private static final String SESSION = "SELECT s.id, u.id AS user_id, u.role, u.status,"
            + " s.ended_at IS NULL AND s.idle_until > :now AS lives"
            + " FROM identity.sessions s JOIN identity.users u ON u.id = s.user_id WHERE ";
    private static final String KEY = "SELECT k.id, u.id AS user_id, u.status, k.scopes,"
            + " k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > :now) AS lives"
            + " FROM identity.api_keys k JOIN identity.users u ON u.id = k.user_id WHERE ";

    /** How exactly it is kept when a key was used last. */
    private static final Duration USE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ApiKeys keys;
    private final Clock clock;

    StandingRows(JdbcClient jdbc, ApiKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    Found of(Credential credential) {
        return switch (credential) {
            case Credential.OfSession(SessionId id) ->
                jdbc.sql(SESSION + "s.id = :id")
                        .param("id", id.value())
                        .param("now", now())
                        .query((row, number) -> found(row, session(row)))
                        .optional()
                        .orElseGet(Found.Nothing::new);
            case Credential.OfSecret(String hash) ->
                key("k.hash = :hash", "hash", HexFormat.of().parseHex(hash));
            case Credential.OfKey(ApiKeyId id) -> key("k.id = :id", "id", id.value());
        };
    }

    /** Those of these sessions and keys that are good. */
    List<Standing> good(Collection<UUID> sessions, Collection<UUID> keys) {
        return Stream.concat(
                        many(SESSION + "s.id = ANY(:ids)", sessions, StandingRows::session),
                        many(KEY + "k.id = ANY(:ids)", keys, StandingRows::key))
                .toList();
    }

    private Stream<Standing> many(String sql, Collection<UUID> ids, Reading reading) {
        return ids.isEmpty()
                ? Stream.empty()
                : jdbc
                        .sql(sql)
                        .param("ids", ids.toArray(UUID[]::new))
                        .param("now", now())
                        .query((row, number) -> found(row, reading.of(row)))
                        .list()
                        .stream()
                        .flatMap(found ->
                                found instanceof Found.Good(Standing standing) ? Stream.of(standing) : Stream.empty());
    }

    private Found key(String where, String name, Object value) {
        var found = jdbc.sql(KEY + where)
                .param(name, value)
                .param("now", now())
                .query((row, number) -> found(row, key(row)))
                .optional()
                .orElseGet(Found.Nothing::new);
        if (found instanceof Found.Good(Standing standing)) {
            standing.key().ifPresent(key -> keys.used(key, clock.instant().minus(USE)));
        }
        return found;
    }

    private interface Reading {
        Standing of(ResultSet row) throws SQLException;
    }

    private static Found found(ResultSet row, Standing standing) throws SQLException {
        return switch (row.getString("status")) {
            case "suspended" -> new Found.Suspended();
            case "active" -> row.getBoolean("lives") ? new Found.Good(standing) : new Found.Nothing();
            default -> new Found.Nothing();
        };
    }

    private static Standing session(ResultSet row) throws SQLException {
        return Standing.ofSession(
                new UserId(row.getLong("user_id")),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                new SessionId(row.getObject("id", UUID.class)));
    }

    private static Standing key(ResultSet row) throws SQLException {
        var scopes = Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(Scope::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return Standing.ofKey(
                new UserId(row.getLong("user_id")), new ApiKeyId(row.getObject("id", UUID.class)), scopes);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
