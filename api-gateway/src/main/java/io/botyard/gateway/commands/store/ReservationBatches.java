package io.botyard.gateway.commands.store;

import io.botyard.contract.CommandId;
import io.botyard.contract.command.BotCommand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Many keys in one statement. */
final class ReservationBatches {

    private static final String KEYS =
            "unnest(CAST(:users AS bigint[]), CAST(:routes AS text[]), CAST(:keys AS text[]))";
    private static final String LOOK = "SELECT k.position, i.fingerprint, i.command_id, i.kind, i.accepted_at,"
            + " CASE WHEN i.sending_until IS NULL THEN 'SENT' WHEN i.sending_until > now() THEN 'SENDING'"
            + " ELSE 'OPEN' END AS state FROM " + KEYS + " WITH ORDINALITY k(user_id, route, key, position)"
            + " JOIN identity.idempotency i USING (user_id, route, key)"
            + " WHERE i.reserved_at > now() - " + Reservations.KEPT;
    private static final String RESERVE = "INSERT INTO identity.idempotency AS held"
            + " (user_id, route, key, fingerprint, command_id, kind, accepted_at, sending_until)"
            + " SELECT *, now() + " + Reservations.SENDING + " FROM unnest(CAST(:users AS bigint[]),"
            + " CAST(:routes AS text[]), CAST(:keys AS text[]), CAST(:fingerprints AS text[]), CAST(:commands AS uuid[]),"
            + " CAST(:kinds AS text[]), CAST(:times AS timestamptz[]))"
            + " ON CONFLICT (user_id, route, key) DO UPDATE SET fingerprint = excluded.fingerprint,"
            + " command_id = excluded.command_id, kind = excluded.kind,"
            + " accepted_at = excluded.accepted_at, sending_until = excluded.sending_until,"
            + " reserved_at = now() WHERE held.reserved_at <= now() - " + Reservations.KEPT
            + " RETURNING command_id";
    private static final String SENT = "UPDATE identity.idempotency i SET sending_until = NULL FROM " + KEYS
            + " k(user_id, route, key) WHERE i.user_id = k.user_id AND i.route = k.route AND i.key = k.key";

    /** Every batch takes its locks in this order, so that none waits for another that waits for it. */
    private static final Comparator<Wish> IN_ORDER = Comparator.comparingLong(
                    (Wish wish) -> wish.key().user().value())
            .thenComparing(wish -> wish.key().route())
            .thenComparing(wish -> wish.key().key());

    /** A key, and the command it shall stand for. */
    record Wish(IdempotencyKey key, BotCommand command) {}

    private record Name(long user, String route, String key) {
        static Name of(IdempotencyKey key) {
            return new Name(key.user().value(), key.route(), key.key());
        }
    }

    private final JdbcClient jdbc;

    ReservationBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each key stands for, each in its place. */
    List<Optional<Reservation>> look(List<IdempotencyKey> keys) {
        var found = of(keys, LOOK)
                .query((row, number) -> Map.entry(row.getInt("position") - 1, reservation(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return IntStream.range(0, keys.size())
                .mapToObj(position -> Optional.ofNullable(found.get(position)))
                .toList();
    }

    /** Of several that want the same key at once, one may get it. */
    List<Boolean> reserve(List<Wish> wishes) {
        var first = new LinkedHashMap<Name, Wish>();
        wishes.forEach(wish -> first.putIfAbsent(Name.of(wish.key()), wish));
        var chosen = first.values().stream().sorted(IN_ORDER).toList();
        var reserved = Set.copyOf(of(chosen.stream().map(Wish::key).toList(), RESERVE)
                .param("fingerprints", texts(chosen, wish -> wish.key().fingerprint()))
                .param(
                        "commands",
                        chosen.stream()
                                .map(wish -> wish.command().commandId().value())
                                .toArray(UUID[]::new))
                .param("kinds", texts(chosen, wish -> wish.command().kind()))
                .param("times", texts(chosen, wish -> wish.command().said().toString()))
                .query(UUID.class)
                .list());
        return wishes.stream()
                .map(wish -> reserved.contains(wish.command().commandId().value()))
                .toList();
    }

    /** Kafka has their commands. */
    List<Boolean> sent(List<IdempotencyKey> keys) {
        of(keys, SENT).update();
        return Collections.nCopies(keys.size(), true);
    }

    private StatementSpec of(List<IdempotencyKey> keys, String statement) {
        return jdbc.sql(statement)
                .param("users", keys.stream().map(key -> key.user().value()).toArray(Long[]::new))
                .param("routes", texts(keys, IdempotencyKey::route))
                .param("keys", texts(keys, IdempotencyKey::key));
    }

    private static <T> String[] texts(List<T> from, Function<T, String> text) {
        return from.stream().map(text).toArray(String[]::new);
    }

    private static Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(
                row.getString("fingerprint"),
                new CommandId(row.getObject("command_id", UUID.class)),
                row.getString("kind"),
                row.getTimestamp("accepted_at").toInstant(),
                Reservation.State.valueOf(row.getString("state")));
    }
}
