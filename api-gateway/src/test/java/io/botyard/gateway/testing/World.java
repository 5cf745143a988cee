package io.botyard.gateway.testing;

import io.botyard.contract.Message;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import io.botyard.testkit.TopicReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One gateway with what it needs, shared by the tests of this process that do not take parts of it away. */
public final class World implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery";
    public static final String ADMIN = "first@example.org";

    private static final AtomicInteger NAMES = new AtomicInteger();

    public final TestBroker broker;
    public final TestDatabase database;
    public final OtherSchemas schemas;
    public final StubAuditService audit = new StubAuditService();
    public final Path keys = RunningGateway.newKeys();
    public final RunningGateway gateway;
    public final ScriptedWorker worker;

    /** With a broker of its own or a shared one. */
    public World(TestBroker broker, Map<String, Object> settings) {
        this(broker, TestDatabase.fresh(), settings, Replaced.nothing());
    }

    /** On this database, with parts of the gateway replaced. */
    public World(TestBroker broker, TestDatabase database, Map<String, Object> settings, Replaced replaced) {
        this.broker = broker;
        this.database = database;
        schemas = new OtherSchemas(database);
        schemas.make();
        gateway = start(settings, replaced);
        worker = new ScriptedWorker(broker.connection(), RunningGateway.PARTITIONS);
    }

    public static World shared() {
        return Shared.WORLD;
    }

    /** Another gateway of the same deployment. */
    public RunningGateway start(Map<String, Object> settings) {
        return start(settings, Replaced.nothing());
    }

    public RunningGateway start(Map<String, Object> settings, Replaced replaced) {
        var all = new HashMap<String, Object>(Map.of("botyard.audit-service.url", audit.url()));
        all.putAll(settings);
        return RunningGateway.start(broker, database, keys, all, replaced);
    }

    /** A new account, logged in. */
    public Tenant tenant() {
        var name = "user-" + NAMES.incrementAndGet();
        var email = name + "@example.org";
        var registered = gateway.client()
                .post(
                        "/api/auth/register",
                        "{\"email\":\"%s\",\"username\":\"%s\",\"password\":\"%s\"}".formatted(email, name, PASSWORD));
        var id = Long.parseLong(registered.field("user.id"));
        return new Tenant(id, email, logIn(email));
    }

    /** What a login answers, refresh token and all. */
    public Answer session(String email) {
        return gateway.client()
                .post("/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD));
    }

    public Client logIn(String email) {
        return gateway.client().bearing(token(email));
    }

    public String token(String email) {
        return session(email).field("access_token");
    }

    /** What is in a topic now. */
    public <M extends Message> List<M> in(Topic topic, Class<M> type) {
        try (var reader = TopicReader.of(broker.connection(), topic.topicName())) {
            return reader.messages(type);
        }
    }

    /** Of a world that is not shared; the broker stays, because others may use it. */
    @Override
    public void close() {
        gateway.close();
        worker.close();
        audit.close();
    }

    /** A user and their session. */
    public record Tenant(long id, String email, Client http) {}

    private static final class Shared {
        private static final World WORLD = new World(TestBroker.shared(), Map.of());
    }
}
