package io.botyard.gateway.commands.store;

import io.botyard.contract.command.BotCommand;
import io.botyard.gateway.commands.store.ReservationBatches.Wish;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Idempotency keys, kept for 24 hours. Of all that ask with a key one at a time sends its command. */
@Component
public class Reservations {

    /** Longer than a gateway waits for Kafka: after it whoever was sending has given up, or is gone. */
    static final String SENDING = "interval '8 seconds'";

    private static final Logger LOG = LoggerFactory.getLogger(Reservations.class);
    static final String KEPT = "interval '24 hours'";
    private static final String OF_KEY = " WHERE user_id = :user AND route = :route AND key = :key";

    private final JdbcClient jdbc;
    private final Gathering<IdempotencyKey, Optional<Reservation>> looks;
    private final Gathering<Wish, Boolean> wishes;
    private final Gathering<IdempotencyKey, Boolean> marks;

    Reservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
        var batches = new ReservationBatches(jdbc);
        this.looks = new Gathering<>(batches::look);
        this.wishes = new Gathering<>(batches::reserve);
        this.marks = new Gathering<>(batches::sent);
    }

    public Optional<Reservation> of(IdempotencyKey key) {
        return looks.ask(key);
    }

    /** Whether the key stands for this command from now on, and is to be sent by the caller; else it was taken. */
    public boolean reserve(IdempotencyKey key, BotCommand command) {
        return wishes.ask(new Wish(key, command));
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

    /** Kafka has it, which is kept soon. Should it not be, a later request finds out by its operation. */
    public void sent(IdempotencyKey key) {
        var _ = marks.askLater(key).whenComplete((done, away) -> {
            if (away != null) {
                LOG.atWarn()
                        .addKeyValue("user_id", key.user())
                        .addKeyValue("reason", away.getClass().getSimpleName())
                        .log("idempotency key not marked as sent");
            }
        });
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
}
