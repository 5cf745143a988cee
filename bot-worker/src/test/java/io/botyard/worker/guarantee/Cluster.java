package io.botyard.worker.guarantee;

import static org.awaitility.Awaitility.await;

import io.botyard.contract.BotToken;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
import io.botyard.embedded.FreePort;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.sandbox.SandboxSettings;
import io.botyard.sandbox.TelegramSandbox;
import io.botyard.secret.TokenCipher;
import io.botyard.secret.local.LocalTokenCipher;
import io.botyard.testkit.ServiceProcess;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import io.botyard.worker.WorkerApplication;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Worker processes on a broker and a PostgreSQL that can go away, and a Telegram in this process, whose ledger outlives
 * them all.
 */
final class Cluster implements AutoCloseable {

    static final int PARTITIONS = 12;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final TestBroker broker = TestBroker.fresh().withTopics(PARTITIONS);
    private final TestDatabase database = TestDatabase.freshOnItsOwnServer();
    private final Path directory;
    private final TelegramSandbox sandbox;
    private final TokenCipher cipher;
    private final List<ServiceProcess> workers;
    private final Map<Integer, Integer> hazelcastPorts;
    private volatile String protocol = "consumer";

    /**
     * A worker to be started.
     *
     * @param main what its process runs
     * @param settings beside those of every worker, asked for at each start
     */
    record Member(Class<?> main, Supplier<Map<String, Object>> settings) {

        static final Member ORDINARY = new Member(WorkerApplication.class, Map::of);
    }

    Cluster(Path directory, List<Member> members) {
        this.directory = directory;
        this.sandbox = TelegramSandbox.start(
                SandboxSettings.in(directory.resolve("sandbox")).port(0));
        this.cipher = LocalTokenCipher.open(keyset());
        this.hazelcastPorts = IntStream.range(0, members.size())
                .boxed()
                .collect(Collectors.toMap(index -> index, _ -> FreePort.orAny("127.0.0.1", 0)));
        this.workers = IntStream.range(0, members.size())
                .mapToObj(index -> new ServiceProcess(
                        members.get(index).main(),
                        () -> arguments(index, members.get(index)),
                        directory.resolve("worker-" + index + ".log")))
                .toList();
    }

    /** Starts all of them; returns when each owns its part. */
    void start(String groupProtocol) {
        protocol = groupProtocol;
        workers.forEach(ServiceProcess::start);
        awaitShared(workers.size());
    }

    /** Returns when every partition has an owner, and so many workers own some. */
    void awaitShared(int owners) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> value("select count(*) || ' by ' || count(distinct holder) from bots.ownership"
                                + " where lease_until > clock_timestamp()")
                        .equals(PARTITIONS + " by " + owners));
    }

    /** Starts again what has ended by itself, such as a worker that came while PostgreSQL was away. */
    void supervise() {
        workers.forEach(ServiceProcess::start);
    }

    /** What a query says, as text. */
    String value(String query) {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void stop() {
        workers.forEach(ServiceProcess::stop);
    }

    ServiceProcess worker(int index) {
        return workers.get(index);
    }

    TestBroker broker() {
        return broker;
    }

    TestDatabase database() {
        return database;
    }

    TelegramSandbox sandbox() {
        return sandbox;
    }

    Path directory() {
        return directory;
    }

    /** A token as a gateway seals it for this user. */
    SealedSecret sealed(long user, BotToken token) {
        return cipher.encrypt(new UserId(user), token.secret());
    }

    private List<String> arguments(int index, Member member) {
        var settings = new HashMap<String, Object>(database.properties(DatabaseLayout.WORKER));
        settings.putAll(broker.properties());
        settings.putAll(Map.of(
                "server.port",
                0,
                "botyard.kafka.partitions",
                PARTITIONS,
                "botyard.hazelcast.port",
                hazelcastPorts.get(index),
                "botyard.hazelcast.members",
                hazelcastPorts.values().stream()
                        .map(port -> "127.0.0.1:" + port)
                        .collect(Collectors.joining(",")),
                "botyard.secret.local.keyset",
                keyset(),
                "botyard.worker.call.deadline",
                "5s",
                "botyard.worker.intake.protocol",
                protocol,
                "botyard.worker.telegram.api-url",
                sandbox.uri()));
        // Telegram's pace is another test's; calls are set aside early, so that a round meets many that were.
        settings.putAll(Map.of(
                "botyard.worker.pace.kept",
                false,
                "botyard.worker.call.in-memory",
                "500ms",
                "botyard.worker.backlog.in-memory",
                16));
        settings.putAll(member.settings().get());
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private Path keyset() {
        return directory.resolve("keyset.json");
    }

    @Override
    public void close() {
        workers.forEach(ServiceProcess::end);
        sandbox.close();
        broker.stop();
        database.stopServer();
    }
}
