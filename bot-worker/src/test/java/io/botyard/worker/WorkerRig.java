package io.botyard.worker;

import static org.awaitility.Awaitility.await;

import io.botyard.contract.BotToken;
import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.wire.Topic;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.sandbox.SandboxSettings;
import io.botyard.sandbox.TelegramSandbox;
import io.botyard.sandbox.ledger.Call;
import io.botyard.secret.TokenCipher;
import io.botyard.secret.local.LocalTokenCipher;
import io.botyard.testkit.Commands;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import io.botyard.testkit.Tokens;
import io.botyard.testkit.TopicReader;
import io.botyard.testkit.TopicWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** Real workers on a real broker, a real database and the sandbox. */
final class WorkerRig implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final TestBroker broker = TestBroker.fresh().withTopics(4);
    final TestDatabase database = TestDatabase.fresh();
    final TelegramSandbox sandbox;
    final Commands commands = Commands.by(Clock.systemUTC());
    private final TopicWriter topics;
    private final TopicReader events;
    private final TopicReader outcomes;
    private final TokenCipher cipher;
    private final Path directory;

    WorkerRig(Path directory) {
        this.directory = directory;
        this.sandbox = TelegramSandbox.start(
                SandboxSettings.in(directory.resolve("sandbox")).port(0));
        this.topics = TopicWriter.to(broker.connection());
        this.events = TopicReader.of(broker.connection(), Topic.BOT_EVENTS.topicName());
        this.outcomes = TopicReader.of(broker.connection(), Topic.BOT_OUTCOMES.topicName());
        this.cipher = LocalTokenCipher.open(keyset());
    }

    /** A worker in this process. */
    ConfigurableApplicationContext startWorker() {
        return WorkerApplication.application().run(arguments().toArray(String[]::new));
    }

    /** A worker in a process of its own, to be killed. */
    Process startWorkerProcess() throws IOException {
        var command = Stream.concat(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerApplication.class.getName()),
                arguments().stream());
        return new ProcessBuilder(command.toList())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("worker.log").toFile())
                .start();
    }

    private List<String> arguments() {
        var settings = new HashMap<String, Object>(database.properties(DatabaseLayout.WORKER));
        settings.putAll(broker.properties());
        settings.putAll(Map.of(
                "server.port", "0",
                "botyard.kafka.partitions", "4",
                "botyard.hazelcast.port", "15701",
                "botyard.secret.local.keyset", keyset(),
                "botyard.worker.telegram.api-url", sandbox.uri()));
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    void send(BotCommand command) {
        topics.send(command instanceof CallMethod ? Topic.BOT_CALLS : Topic.BOT_COMMANDS, command);
    }

    TopicWriter topics() {
        return topics;
    }

    /** Registers a bot whose token is the sandbox's idea of a good one. */
    BotRegistered register(long user) {
        BotToken token = Tokens.of(5_000 + user);
        var command =
                commands.registerBot(user, token.botId().value(), cipher.encrypt(new UserId(user), token.secret()));
        send(command);
        return (BotRegistered) eventOf(command.commandId());
    }

    /** A bot that may call. */
    long verified(long user) {
        var row = register(user).id().value();
        var verify = commands.verifyBot(user, row);
        send(verify);
        eventOf(verify.commandId());
        return row;
    }

    BotEvent eventOf(CommandId command) {
        return await().atMost(PATIENCE)
                .until(
                        () -> events.messages(BotEvent.class).stream()
                                .filter(event -> event.head().commandId().equals(command))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    List<BotEvent> events() {
        return events.messages(BotEvent.class);
    }

    CallOutcome outcomeOf(CommandId call) {
        return await().atMost(PATIENCE)
                .until(() -> outcomesOf(call), found -> !found.isEmpty())
                .getFirst();
    }

    List<CallOutcome> outcomesOf(CommandId call) {
        return outcomes.messages(CallOutcome.class).stream()
                .filter(outcome -> outcome.head().commandId().equals(call))
                .toList();
    }

    List<CallOutcome> outcomes() {
        return outcomes.messages(CallOutcome.class);
    }

    /** What reached Telegram of a user's bot, getMe left out. */
    List<Call> sent(long user) {
        return sandbox.ledger().calls().stream()
                .filter(call -> call.botId() == 5_000 + user && !call.method().equalsIgnoreCase("getMe"))
                .toList();
    }

    private Path keyset() {
        return directory.resolve("keyset.json");
    }

    @Override
    public void close() {
        topics.close();
        events.close();
        outcomes.close();
        sandbox.close();
        broker.stop();
    }
}
