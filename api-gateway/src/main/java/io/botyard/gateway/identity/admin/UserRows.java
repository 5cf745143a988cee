package io.botyard.gateway.identity.admin;

import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.gateway.identity.UserStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that are not deleted. */
@Component
class UserRows {

    private static final String SELECT =
            "SELECT id, email, username, role, status, created_at, updated_at, version FROM identity.users"
                    + " WHERE status <> 'deleted'";

    private final JdbcClient jdbc;

    UserRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One more than asked for when there is more. */
    List<StoredUser> find(UserSearch search) {
        var sought = new HashMap<String, @Nullable Object>();
        sought.put("role", search.role().map(UserRows::word).orElse(null));
        sought.put("status", search.status().map(UserRows::word).orElse(null));
        sought.put("text", search.text().orElse(null));
        sought.put("older", search.olderThan().map(UserId::value).orElse(null));
        return jdbc.sql(SELECT
                        + " AND (CAST(:role AS text) IS NULL OR role = :role)"
                        + " AND (CAST(:status AS text) IS NULL OR status = :status)"
                        + " AND (CAST(:text AS text) IS NULL OR CAST(id AS text) = :text"
                        + " OR position(lower(:text) IN lower(email)) > 0"
                        + " OR position(lower(:text) IN lower(username)) > 0)"
                        + " AND (CAST(:older AS bigint) IS NULL OR id < :older)"
                        + " ORDER BY id DESC LIMIT :most")
                .params(sought)
                .param("most", search.limit() + 1)
                .query(UserRows::user)
                .list();
    }

    Optional<StoredUser> of(UserId id) {
        return jdbc.sql(SELECT + " AND id = :id")
                .param("id", id.value())
                .query(UserRows::user)
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<StoredUser> locked(UserId id) {
        return jdbc.sql(SELECT + " AND id = :id FOR UPDATE")
                .param("id", id.value())
                .query(UserRows::user)
                .optional();
    }

    /** Those that can act as one; until the transaction ends they stay, and whoever asks for them waits. */
    Set<UserId> lockedSuperadmins() {
        return Set.copyOf(jdbc.sql("SELECT id FROM identity.users WHERE role = 'superadmin' AND status = 'active'"
                        + " ORDER BY id FOR UPDATE")
                .query((row, number) -> new UserId(row.getLong("id")))
                .list());
    }

    void setRole(UserId id, Role role) {
        jdbc.sql("UPDATE identity.users SET role = :role WHERE id = :id")
                .param("role", word(role))
                .param("id", id.value())
                .update();
    }

    void setStatus(UserId id, UserStatus status) {
        jdbc.sql("UPDATE identity.users SET status = :status WHERE id = :id")
                .param("status", word(status))
                .param("id", id.value())
                .update();
    }

    void setPassword(UserId id, String hash) {
        jdbc.sql("UPDATE identity.users SET password_hash = :hash WHERE id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    /** Only the id stays. */
    void erase(UserId id) {
        jdbc.sql("UPDATE identity.users SET email = NULL, username = NULL, password_hash = NULL, role = 'user',"
                        + " status = 'deleted' WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static StoredUser user(ResultSet row, int number) throws SQLException {
        return new StoredUser(
                new UserId(row.getLong("id")),
                row.getString("email"),
                row.getString("username"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                UserStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("version"));
    }
}
