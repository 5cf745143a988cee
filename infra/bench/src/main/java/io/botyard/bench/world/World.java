package io.botyard.bench.world;

import io.botyard.bench.measure.Program;
import io.botyard.bench.measure.Racer;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
import io.botyard.embedded.FreePort;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.sandbox.SandboxSettings;
import io.botyard.sandbox.TelegramSandbox;
import io.botyard.secret.local.LocalTokenCipher;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import io.botyard.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A broker, a database with users 1 to so many and a verified bot each, and the Telegram sandbox, all in this process. */
public final class World implements AutoCloseable {

    public static final int PARTITIONS = 12;

    /** Of a bot at a time: nothing is set aside in Postgres where it is not what is measured. */
    private static final int ALL_THAT_IS_SENT = 1_000;

    private static final int LOOKS = 600;
    private static final int BETWEEN_LOOKS = 100;

    private final TestBroker broker = TestBroker.fresh().withTopics(PARTITIONS);
    private final TestDatabase database = TestDatabase.fresh();
    private final Path home;
    private final Path logs;
    private final TelegramSandbox sandbox;
    private final List<Integer> hazelcastPorts =
            List.of(FreePort.orAny("127.0.0.1", 0), FreePort.orAny("127.0.0.1", 0));

    private World(Path logs) throws IOException {
        this.logs = logs;
        this.home = Files.createTempDirectory("botyard-bench");
        this.sandbox = TelegramSandbox.start(SandboxSettings.in(home.resolve("sandbox")));
    }

    /**
     * Starts everything but workers.
     *
     * @param atOnce calls of a bot
     * @param logs the folder for what the workers print
     */
    public static World of(int users, int atOnce, Path logs) throws IOException, SQLException {
        var world = new World(logs);
        var rows = new BotRows(world.database);
        rows.migrate("bots");
        var cipher = LocalTokenCipher.open(world.keyset());
        rows.add(
                LongStream.rangeClosed(1, users)
                        .boxed()
                        .collect(Collectors.toMap(user -> user, user -> seal(cipher, user))),
                atOnce);
        return world;
    }

    public TestBroker broker() {
        return broker;
    }

    public TelegramSandbox sandbox() {
        return sandbox;
    }

    /** A worker in a process of its own. */
    public Racer startWorker(String name) throws IOException {
        return startWorker(name, 0, "512m");
    }

    /** One with another heap. */
    public Racer startWorker(String name, String heap) throws IOException {
        return startWorker(name, 0, heap);
    }

    /** Another one beside it, in the same cluster of buckets. */
    public Racer startSecondWorker(String name) throws IOException {
        return startWorker(name, 1, "512m");
    }

    /** The partitions by the worker that has them. */
    public Map<String, Set<Integer>> owners() throws SQLException {
        var owners = new HashMap<String, Set<Integer>>();
        try (var connection = database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select partition, holder from bots.ownership where lease_until > clock_timestamp()")) {
            while (rows.next()) {
                owners.computeIfAbsent(rows.getString(2), _ -> new HashSet<>()).add(rows.getInt(1));
            }
        }
        return owners;
    }

    /** Waits until so many workers share all partitions. */
    public void awaitOwners(int workers) throws SQLException, InterruptedException {
        for (var look = 0; look < LOOKS; look++) {
            var owners = owners();
            if (owners.size() == workers
                    && owners.values().stream().mapToInt(Set::size).sum() == PARTITIONS) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
        }
        throw new IllegalStateException("the workers do not share the partitions: " + owners());
    }

    private Racer startWorker(String name, int index, String heap) throws IOException {
        var settings = new HashMap<String, Object>(database.properties(DatabaseLayout.WORKER));
        settings.putAll(broker.properties());
        settings.putAll(Map.of(
                "server.port",
                "0",
                "botyard.kafka.partitions",
                PARTITIONS,
                "botyard.hazelcast.port",
                hazelcastPorts.get(index),
                "botyard.hazelcast.members",
                hazelcastPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")),
                "botyard.secret.local.keyset",
                keyset(),
                "botyard.worker.pace.kept",
                false,
                "botyard.worker.backlog.in-memory",
                ALL_THAT_IS_SENT,
                "botyard.worker.telegram.api-url",
                sandbox.uri()));
        var arguments = settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
        return Racer.start(Program.java(heap, WorkerRacer.class, arguments.toList()), logs.resolve(name + ".log"));
    }

    private static SealedSecret seal(LocalTokenCipher cipher, long user) {
        return cipher.encrypt(new UserId(user), Tokens.of(BotRows.botId(user)).secret());
    }

    private Path keyset() {
        return home.resolve("keyset.json");
    }

    @Override
    public void close() {
        sandbox.close();
        broker.stop();
    }
}
