package io.botyard.gateway.identity.admin;

import io.botyard.contract.UserId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens with which a password may be chosen anew: one a user, as a hash, until it is used or has run out. */
@Component
class PasswordResets {

    private final JdbcClient jdbc;

    PasswordResets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Instead of the one before. */
    void put(UserId user, byte[] hash, Instant expiresAt) {
        jdbc.sql("INSERT INTO identity.password_resets (user_id, hash, expires_at) VALUES (:user, :hash, :expires)"
                        + " ON CONFLICT (user_id) DO UPDATE SET hash = :hash, expires_at = :expires")
                .param("user", user.value())
                .param("hash", hash)
                .param("expires", Timestamp.from(expiresAt))
                .update();
    }

    /** Whose it is, while it is good. */
    Optional<UserId> find(byte[] hash, Instant now) {
        return jdbc.sql("SELECT user_id FROM identity.password_resets WHERE hash = :hash AND expires_at > :now")
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional()
                .map(UserId::new);
    }

    /** Whether it was still good: of several who take it one does. After the user's row was locked. */
    boolean take(byte[] hash, Instant now) {
        return jdbc.sql("DELETE FROM identity.password_resets WHERE hash = :hash AND expires_at > :now")
                        .param("hash", hash)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    void forget(UserId user) {
        jdbc.sql("DELETE FROM identity.password_resets WHERE user_id = :user")
                .param("user", user.value())
                .update();
    }

    void forgetExpiredBefore(Instant now) {
        jdbc.sql("DELETE FROM identity.password_resets WHERE expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
