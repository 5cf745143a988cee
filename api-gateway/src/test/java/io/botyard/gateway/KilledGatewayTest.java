package io.botyard.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.Message;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.ApiKeyRevoked;
import io.botyard.contract.event.RoleChanged;
import io.botyard.contract.event.UserDeleted;
import io.botyard.contract.wire.Topic;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.gateway.testing.Answer;
import io.botyard.gateway.testing.Client;
import io.botyard.gateway.testing.GatewayProcess;
import io.botyard.gateway.testing.Hold;
import io.botyard.gateway.testing.OtherSchemas;
import io.botyard.gateway.testing.RunningGateway;
import io.botyard.gateway.testing.World;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import io.botyard.testkit.TopicReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A gateway is killed with -9 while Postgres holds its transaction after one of the statements of a role change, a key
 * revocation or the deletion of a user, or right before the commit. What was changed and what is told of it are both
 * there afterwards, or neither is; and Kafka gets exactly that from the gateways that come after.
 */
@Tag("faults")
class KilledGatewayTest {

    private final TestBroker broker = TestBroker.shared();
    private final TestDatabase database = TestDatabase.fresh();
    private final Path keys = RunningGateway.newKeys();
    private final List<Attempt> attempts = new ArrayList<>();

    /** A user with everything that ends with them, and somebody who may end them. */
    private record Target(long id, String key, Client http, Client superadmin) {}

    private interface Ask {
        Answer of(Target target, String request);
    }

    /**
     * What is asked for.
     *
     * @param marks counts what it leaves behind, of {@code all}; {@code %1$d} is the user's id
     * @param told what goes to Kafka with it
     */
    private record Deed(Ask ask, String marks, long all, List<Class<? extends Message>> told) {}

    /** Where a transaction is held; {@code %d} is the user's id. */
    private record Step(boolean atCommit, String event, String table, String when) {

        static Step after(String event, String table, String when) {
            return new Step(false, event, table, when);
        }

        static Step told(String kind) {
            return new Step(false, "INSERT", "outbox", outbox(kind));
        }

        /** Carried out also when nobody is there any more to hear of it. */
        static Step commit(String kind) {
            return new Step(true, "INSERT", "outbox", outbox(kind));
        }

        private static String outbox(String kind) {
            return "NEW.type = '" + kind + "' AND NEW.body ->> 'user_id' = '%d'";
        }

        Hold hold(TestDatabase database, Target target) throws SQLException {
            var rows = when.formatted(target.id());
            return atCommit ? Hold.atCommit(database, event, table, rows) : Hold.after(database, event, table, rows);
        }
    }

    private record Attempt(Deed deed, Target target, String request, boolean committed) {

        @Override
        public String toString() {
            return deed.told() + " of " + target.id() + (committed ? " was committed" : " was not committed");
        }
    }

    private static final Deed DELETION = new Deed(
            (target, request) ->
                    target.superadmin().with("X-Request-Id", request).delete("/api/admin/users/" + target.id()),
            """
            SELECT CAST(status = 'deleted' AND email IS NULL AS int)
                 + CAST(NOT EXISTS (SELECT FROM identity.sessions WHERE user_id = u.id AND ended_at IS NULL) AS int)
                 + CAST(NOT EXISTS (SELECT FROM identity.api_keys WHERE user_id = u.id AND revoked_at IS NULL) AS int)
                 + CAST(NOT EXISTS (SELECT FROM identity.known_addresses WHERE user_id = u.id) AS int)
                 + CAST(NOT EXISTS (SELECT FROM identity.password_resets WHERE user_id = u.id) AS int)
              FROM identity.users u WHERE id = %1$d
            """,
            5,
            List.of(UserDeleted.class, RemoveBot.class));

    private static final Deed PROMOTION = new Deed(
            (target, request) -> target.superadmin()
                    .with("X-Request-Id", request)
                    .patch("/api/admin/users/" + target.id(), "{\"role\":\"admin\"}"),
            "SELECT count(*) FROM identity.users WHERE id = %1$d AND role = 'admin'",
            1,
            List.of(RoleChanged.class));

    private static final Deed REVOCATION = new Deed(
            (target, request) ->
                    target.http().with("X-Request-Id", request).delete("/api/auth/api-keys/" + target.key()),
            "SELECT count(*) FROM identity.api_keys WHERE user_id = %1$d AND revoked_at IS NOT NULL",
            1,
            List.of(ApiKeyRevoked.class));

    private static final Step KEY_REVOKED =
            Step.after("UPDATE", "api_keys", "NEW.user_id = %d AND NEW.revoked_at IS NOT NULL");
    private static final Step USER_CHANGED = Step.after("UPDATE", "users", "NEW.id = %d");

    private static final List<Map<Deed, Step>> ROUNDS = List.of(
            Map.of(DELETION, USER_CHANGED),
            Map.of(DELETION, Step.after("UPDATE", "sessions", "NEW.user_id = %d AND NEW.ended_at IS NOT NULL")),
            Map.of(DELETION, KEY_REVOKED),
            Map.of(DELETION, Step.after("DELETE", "known_addresses", "OLD.user_id = %d")),
            Map.of(DELETION, Step.after("DELETE", "password_resets", "OLD.user_id = %d")),
            Map.of(DELETION, Step.told("user_deleted")),
            Map.of(DELETION, Step.told("remove_bot")),
            Map.of(DELETION, Step.commit("user_deleted")),
            Map.of(PROMOTION, USER_CHANGED, REVOCATION, KEY_REVOKED),
            Map.of(PROMOTION, Step.told("role_changed"), REVOCATION, Step.told("api_key_revoked")),
            Map.of(PROMOTION, Step.commit("role_changed"), REVOCATION, Step.commit("api_key_revoked")));

    @Test
    void rule6AKilledGatewayLeavesAChangeAndItsEntryOrNeither() throws Exception {
        new OtherSchemas(database).make();
        for (var round : ROUNDS) {
            killedAt(round);
        }
        killedBetweenKafkaAndTheMark();
        try (var _ = GatewayProcess.start(broker, database, keys)) {
            await().atMost(60, SECONDS)
                    .until(() -> count("SELECT count(*) FROM identity.outbox" + " WHERE published_at IS NULL") == 0);
        }
        var inKafka = inKafka();
        assertThat(attempts).allSatisfy(attempt -> {
            assertThat(marks(attempt))
                    .isEqualTo(attempt.committed() ? attempt.deed().all() : 0);
            assertThat(inKafka.getOrDefault(attempt.request(), Map.of()).values())
                    .containsExactlyInAnyOrderElementsOf(
                            attempt.committed() ? attempt.deed().told() : List.of());
        });
    }

    private void killedAt(Map<Deed, Step> round) throws Exception {
        var holds = new ArrayList<Hold>();
        try (var gateway = GatewayProcess.start(broker, database, keys)) {
            var held = new ArrayList<Attempt>();
            // All of them before the first is asked for: what waits keeps others from arranging anything.
            for (var stop : round.entrySet()) {
                var attempt = new Attempt(
                        stop.getKey(),
                        newcomer(gateway),
                        UUID.randomUUID().toString(),
                        stop.getValue().atCommit());
                assertThat(marks(attempt)).isZero();
                held.add(attempt);
                holds.add(stop.getValue().hold(database, attempt.target()));
            }
            held.forEach(attempt -> Thread.ofVirtual().start(() -> unanswered(attempt)));
            holds.forEach(Hold::awaitSomebody);
            attempts.addAll(held);
        }
        end(holds);
    }

    /** The answer has come, Kafka has the record, and nobody has noted that it has. */
    private void killedBetweenKafkaAndTheMark() throws Exception {
        var holds = new ArrayList<Hold>();
        try (var gateway = GatewayProcess.start(broker, database, keys)) {
            var attempt =
                    new Attempt(PROMOTION, newcomer(gateway), UUID.randomUUID().toString(), true);
            var hold = Hold.after(
                    database,
                    "UPDATE",
                    "outbox",
                    "NEW.published_at IS NOT NULL AND NEW.body ->> 'request_id' = '" + attempt.request() + "'");
            holds.add(hold);
            assertThat(PROMOTION.ask().of(attempt.target(), attempt.request()).status())
                    .isEqualTo(200);
            hold.awaitSomebody();
            attempts.add(attempt);
        }
        end(holds);
        assertThat(count("SELECT count(*) FROM identity.outbox WHERE published_at IS NULL"))
                .isPositive();
    }

    /** The gateway is dead; what it left in Postgres comes to its end. */
    private void end(List<Hold> holds) throws SQLException {
        for (var hold : holds) {
            hold.release();
        }
        await().atMost(30, SECONDS)
                .until(() -> count("SELECT count(*) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND usename = '" + DatabaseLayout.GATEWAY + "'")
                        == 0);
        for (var hold : holds) {
            hold.close();
        }
    }

    private static void unanswered(Attempt attempt) {
        try {
            var answer = attempt.deed().ask().of(attempt.target(), attempt.request());
            throw new AssertionError("a gateway that is held answered " + answer.status());
        } catch (UncheckedIOException killed) {
            assertThat(killed).isNotNull();
        }
    }

    private Target newcomer(GatewayProcess gateway) {
        var name = "n" + UUID.randomUUID().toString().replace("-", "");
        var email = name + "@example.org";
        var anybody = gateway.client();
        var id = anybody.post(
                        "/api/auth/register",
                        "{\"email\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}"
                                .formatted(email, name, World.PASSWORD))
                .field("user.id");
        var http = logIn(anybody, email);
        var superadmin = logIn(anybody, World.ADMIN);
        var key = http.post("/api/auth/api-keys", "{\"name\":\"k\",\"scopes\":[\"bot:read\"]}")
                .field("id");
        assertThat(superadmin
                        .post("/api/admin/users/" + id + "/password-reset", "")
                        .status())
                .isEqualTo(201);
        return new Target(Long.parseLong(id), key, http, superadmin);
    }

    private static Client logIn(Client anybody, String email) {
        return anybody.bearing(anybody.post(
                        "/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, World.PASSWORD))
                .field("access_token"));
    }

    private long marks(Attempt attempt) throws SQLException {
        return count(attempt.deed().marks().formatted(attempt.target().id()));
    }

    /** By request, each message once however often it was sent. */
    private Map<String, Map<UUID, Class<?>>> inKafka() {
        var found = new HashMap<String, Map<UUID, Class<?>>>();
        for (var topic : List.of(Topic.AUDIT_ACCESS, Topic.BOT_COMMANDS)) {
            try (var reader = TopicReader.of(broker.connection(), topic.topicName())) {
                for (var message : reader.messages(Message.class)) {
                    found.computeIfAbsent(request(message), first -> new HashMap<>())
                            .put(message.messageId(), message.getClass());
                }
            }
        }
        return found;
    }

    private static String request(Message message) {
        return switch (message) {
            case AccessEvent event -> event.head().requestId();
            case BotCommand command -> command.origin().requestId();
            default -> "";
        };
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
