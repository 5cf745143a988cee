package io.botyard.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.contract.BotToken;
import io.botyard.contract.CommandId;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.Secret;
import io.botyard.contract.UserId;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.CallEvent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.wire.Topic;
import io.botyard.embedded.postgres.DatabaseLayout;
import io.botyard.sandbox.SandboxSettings;
import io.botyard.sandbox.TelegramSandbox;
import io.botyard.sandbox.ledger.Call;
import io.botyard.secret.TokenCipher;
import io.botyard.secret.local.LocalTokenCipher;
import io.botyard.testkit.Commands;
import io.botyard.testkit.ServiceProcess;
import io.botyard.testkit.TestBroker;
import io.botyard.testkit.TestDatabase;
import io.botyard.testkit.Tokens;
import io.botyard.testkit.TopicReader;
import io.botyard.testkit.TopicWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Real workers on a real broker, a real database and the sandbox. */
public final class WorkerRig implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** For a process that begins on a busy machine. */
    private static final Duration START = Duration.ofMinutes(2);

    private static final int PARTITIONS = 4;

    final TestBroker broker = TestBroker.fresh().withTopics(PARTITIONS);
    final TestDatabase database = TestDatabase.fresh();
    final TelegramSandbox sandbox;
    final Commands commands = Commands.by(Clock.systemUTC());
    private final TopicWriter topics;
    private final TopicReader events;
    private final TopicReader outcomes;
    private final TokenCipher cipher;
    private final Path directory;
    private final List<ServiceProcess> processes = new ArrayList<>();

    /** Its files are in this directory. */
    public WorkerRig(Path directory) {
        this.directory = directory;
        this.sandbox = TelegramSandbox.start(
                SandboxSettings.in(directory.resolve("sandbox")).port(0));
        this.topics = TopicWriter.to(broker.connection());
        this.events = TopicReader.of(broker.connection(), Topic.BOT_EVENTS.topicName());
        this.outcomes = TopicReader.of(broker.connection(), Topic.BOT_OUTCOMES.topicName());
        this.cipher = LocalTokenCipher.open(keyset());
    }

    /** A worker in this process; what is said here wins over what all of them are told. */
    public ConfigurableApplicationContext startWorker(String... more) {
        return WorkerApplication.application().run(arguments(more).toArray(String[]::new));
    }

    /** The same on a database that somebody watches. */
    ConfigurableApplicationContext startWorker(WatchedDatabase.Watcher watcher, String... more) {
        return startWorker(WatchedDatabase.by(watcher), more);
    }

    /** The same with another part. */
    ConfigurableApplicationContext startWorker(
            ApplicationContextInitializer<GenericApplicationContext> parts, String... more) {
        return WorkerApplication.application()
                .initializers(parts)
                .run(arguments(more).toArray(String[]::new));
    }

    /** All that a worker says that does not start. */
    String refusal(String... more) {
        var worker = process("refused.log", more);
        await().atMost(START).until(worker::ended);
        return worker.log();
    }

    private ServiceProcess process(String log, String... more) {
        var worker = new ServiceProcess(WorkerApplication.class, () -> arguments(more), directory.resolve(log));
        processes.add(worker);
        worker.start();
        return worker;
    }

    private List<String> arguments(String... more) {
        return WorkerArguments.of(database, broker.properties(), PARTITIONS, keyset(), sandbox.uri(), more);
    }

    /** A worker in a process of its own, to be killed; returns when it owns every partition. */
    ServiceProcess startWorkerProcess(String... more) {
        var worker = process("worker.log", more);
        await().atMost(START)
                .pollInterval(LOOK)
                .ignoreExceptionsMatching(_ -> !worker.ended())
                .until(() -> {
                    assertThat(worker.ended()).as(worker::log).isFalse();
                    return owned() == PARTITIONS;
                });
        return worker;
    }

    private long owned() {
        return count("select count(*) from bots.ownership where lease_until > clock_timestamp()");
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
        return register(user, token);
    }

    BotRegistered register(long user, BotToken token) {
        return ask(commands.registerBot(user, token.botId().value(), sealed(user, token)), BotRegistered.class);
    }

    /** A token as a gateway seals it for this user. */
    SealedSecret sealed(long user, BotToken token) {
        return cipher.encrypt(new UserId(user), token.secret());
    }

    /** The same call, its body as a gateway seals it for this user. */
    CallMethod sealedFor(long user, CallMethod call) {
        return Sealing.by(cipher, user, call);
    }

    /** What a worker makes of it. */
    Secret opened(long user, SealedSecret sealed) {
        return cipher.decrypt(new UserId(user), sealed);
    }

    /** Sends a control command and waits for the event it ends with. */
    BotEvent ask(ControlCommand command) {
        send(command);
        return eventOf(command.commandId());
    }

    /** The same where the event's kind is known. */
    <E extends BotEvent> E ask(ControlCommand command, Class<E> kind) {
        return kind.cast(ask(command));
    }

    /** The code with which the worker turns a control command down. */
    RefusalCode refusalOf(ControlCommand command) {
        return ask(command, CommandRefused.class).refusal().code();
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
        return patiently()
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
        return patiently()
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

    /** What else is said of calls. */
    <E extends CallEvent> List<E> said(Class<E> kind) {
        return outcomes.messages(kind);
    }

    /** Looks often, because most of what tests wait for is there within milliseconds. */
    public static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(LOOK);
    }

    /** What reached Telegram of a user's bot, getMe left out. */
    List<Call> sent(long user) {
        return sandbox.ledger().calls().stream()
                .filter(call -> call.botId() == 5_000 + user && !call.method().equalsIgnoreCase("getMe"))
                .toList();
    }

    /** How often Telegram was asked who a user's bot is. */
    long looks(long user) {
        return sandbox.ledger().calls().stream()
                .filter(call -> call.botId() == 5_000 + user && call.method().equalsIgnoreCase("getMe"))
                .count();
    }

    /** One value of one row, as a gateway reads it. */
    Optional<String> seenByGateways(String query) {
        try (var connection = database.connectAs(DatabaseLayout.GATEWAY);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** One number, as the worker reads it. */
    long count(String query) {
        try (var connection = database.connectAs(DatabaseLayout.WORKER);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Changes rows behind the worker's back, such as to let time pass. */
    void change(String statement) {
        try (var connection = database.connectAs(DatabaseLayout.WORKER);
                var update = connection.createStatement()) {
            update.executeUpdate(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether all calls there are have been committed: no worker reads one of them again. */
    boolean everyCallIsCommitted() {
        return new CallOffsets(broker.connection(), PARTITIONS).areCommitted();
    }

    private Path keyset() {
        return directory.resolve("keyset.json");
    }

    @Override
    public void close() {
        processes.forEach(ServiceProcess::end);
        topics.close();
        events.close();
        outcomes.close();
        sandbox.close();
        broker.stop();
    }
}
