package io.botyard.gateway.commands.store;

import io.botyard.contract.CommandId;
import io.botyard.contract.command.BotCommand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Idempotency keys, kept for 24 hours. Of all that ask with a key one at a time sends its command. */
@Component
public class Reservations {

    /** Longer than a gateway waits for Kafka: after it whoever was sending has given up, or is gone. */
    private static final String SENDING = "interval '8 seconds'";

    private static final Logger LOG = LoggerFactory.getLogger(Reservations.class);
    private static final String KEPT = "interval '24 hours'";
    private static final String OF_KEY = " WHERE user_id = :user AND route = :route AND key = :key";

    private final JdbcClient jdbc;

    Reservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Reservation> of(IdempotencyKey key) {
        return sql(
                        key,
                        "SELECT fingerprint, command_id, kind, accepted_at,"
                                + " CASE WHEN sending_until IS NULL THEN 'SENT' WHEN sending_until > now() THEN 'SENDING'"
                                + " ELSE 'OPEN' END AS state FROM identity.idempotency" + OF_KEY
                                + " AND reserved_at > now() - " + KEPT)
                .query(Reservations::reservation)
                .optional();
    }

    /** Whether the key stands for this command from now on, and is to be sent by the caller; else it was taken. */
    public boolean reserve(IdempotencyKey key, BotCommand command) {
        return sql(
                                key,
                                "INSERT INTO identity.idempotency AS held"
                                        + " (user_id, route, key, fingerprint, command_id, kind, accepted_at, sending_until)"
                                        + " VALUES (:user, :route, :key, :fingerprint, :command, :kind, :at, now() + "
                                        + SENDING + ")"
                                        + " ON CONFLICT (user_id, route, key) DO UPDATE SET fingerprint = excluded.fingerprint,"
                                        + " command_id = excluded.command_id, kind = excluded.kind,"
                                        + " accepted_at = excluded.accepted_at, sending_until = excluded.sending_until,"
                                        + " reserved_at = now() WHERE held.reserved_at <= now() - " + KEPT)
                        .param("fingerprint", key.fingerprint())
                        .param("command", command.commandId().value())
                        .param("kind", command.kind())
                        .param("at", Timestamp.from(command.said()))
                        .update()
                == 1;
    }

    /** Whether the caller is to send the command, because nobody else does any more. */
    public boolean takeOver(IdempotencyKey key) {
        return sql(
                                key,
                                "UPDATE identity.idempotency SET sending_until = now() + " + SENDING + "" + OF_KEY
                                        + " AND sending_until <= now()")
                        .update()
                == 1;
    }

    /** Kafka has it. Should this not be kept, a later request finds out by its operation. */
    public void sent(IdempotencyKey key) {
        try {
            sql(key, "UPDATE identity.idempotency SET sending_until = NULL" + OF_KEY)
                    .update();
        } catch (DataAccessException away) {
            LOG.atWarn()
                    .addKeyValue("user_id", key.user())
                    .addKeyValue("reason", away.getClass().getSimpleName())
                    .log("idempotency key not marked as sent");
        }
    }

    /** Kafka may not have it: who asks next sends it again. */
    public void open(IdempotencyKey key) {
        sql(key, "UPDATE identity.idempotency SET sending_until = now()" + OF_KEY)
                .update();
    }

    /** It was not sent and is not going to be. */
    public void forget(IdempotencyKey key) {
        sql(key, "DELETE FROM identity.idempotency" + OF_KEY).update();
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forgetWhatIsOld() {
        jdbc.sql("DELETE FROM identity.idempotency WHERE reserved_at <= now() - " + KEPT)
                .update();
    }

    private StatementSpec sql(IdempotencyKey key, String statement) {
        return jdbc.sql(statement)
                .param("user", key.user().value())
                .param("route", key.route())
                .param("key", key.key());
    }

    private static Reservation reservation(ResultSet row, int number) throws SQLException {
        return new Reservation(
                row.getString("fingerprint"),
                new CommandId(row.getObject("command_id", UUID.class)),
                row.getString("kind"),
                row.getTimestamp("accepted_at").toInstant(),
                Reservation.State.valueOf(row.getString("state")));
    }
}
