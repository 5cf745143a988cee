package io.botyard.gateway.identity;

import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts. E-mail and username are unique without regard to case. */
@Component
class Users {

    private static final String COLUMNS = "id, email, username, role, status";

    /** A deleted account keeps its id and nothing else. */
    private static final String THERE = "status <> 'deleted'";

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of concurrent calls with the same e-mail or username exactly one registers. */
    Registration add(NewUser wanted) {
        return jdbc.sql("INSERT INTO identity.users (email, username, password_hash, role, status)"
                        + " VALUES (:email, :username, :hash, :role, 'active') ON CONFLICT DO NOTHING RETURNING "
                        + COLUMNS)
                .param("email", wanted.email())
                .param("username", wanted.username())
                .param("hash", wanted.passwordHash())
                .param("role", lower(wanted.role()))
                .query(Users::user)
                .optional()
                .<Registration>map(Registration.Registered::new)
                .orElseGet(() -> whatIsTaken(wanted));
    }

    private Registration whatIsTaken(NewUser wanted) {
        return byEmail(wanted.email()).isPresent() ? new Registration.EmailTaken() : new Registration.UsernameTaken();
    }

    Optional<Account> byEmail(String email) {
        return jdbc.sql("SELECT " + COLUMNS + ", password_hash FROM identity.users WHERE lower(email) = lower(:email)")
                .param("email", email)
                .query(Users::account)
                .optional();
    }

    /** The user, unless the password is another by now; unchanged until the transaction ends. */
    Optional<User> stillWith(Account account) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM identity.users WHERE id = :id AND password_hash = :hash FOR SHARE")
                .param("id", account.user().id().value())
                .param("hash", account.passwordHash())
                .query(Users::user)
                .optional();
    }

    Optional<Account> accountOf(UserId id) {
        return jdbc.sql("SELECT " + COLUMNS + ", password_hash FROM identity.users WHERE id = :id AND " + THERE)
                .param("id", id.value())
                .query(Users::account)
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Account> locked(UserId id) {
        return jdbc.sql("SELECT " + COLUMNS + ", password_hash FROM identity.users WHERE id = :id AND " + THERE
                        + " FOR UPDATE")
                .param("id", id.value())
                .query(Users::account)
                .optional();
    }

    /** Throws when another account has the e-mail or the username. */
    void rename(UserId id, String email, String username) {
        jdbc.sql("UPDATE identity.users SET email = :email, username = :username, updated_at = now() WHERE id = :id")
                .param("email", email)
                .param("username", username)
                .param("id", id.value())
                .update();
    }

    void setPassword(UserId id, String hash) {
        jdbc.sql("UPDATE identity.users SET password_hash = :hash, updated_at = now() WHERE id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    Optional<User> byId(UserId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM identity.users WHERE id = :id AND " + THERE)
                .param("id", id.value())
                .query(Users::user)
                .optional();
    }

    boolean hasSuperadmin() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM identity.users WHERE role = 'superadmin')")
                .query(Boolean.class)
                .single();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(user(row, number), row.getString("password_hash"));
    }

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                new UserId(row.getLong("id")),
                row.getString("email"),
                row.getString("username"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                UserStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
    }

    private static String lower(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
