package io.botyard.worker.guarantee;

import static org.awaitility.Awaitility.await;

import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.wire.CloudEvents;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.sandbox.fault.Fault;
import io.botyard.sandbox.ledger.Call;
import io.botyard.testkit.Commands;
import io.botyard.testkit.TopicReader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A cluster for one command at a time, looked at from outside. */
final class Stage implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final UserPartitions SHARES = new UserPartitions(Cluster.PARTITIONS);

    private final Cluster cluster;
    private final Mailbox mailbox;
    private final TopicReader events;
    private final TopicReader outcomes;
    private final TopicReader letters;
    private final Commands commands = Commands.by(Clock.systemUTC());
    private long lastUser;

    Stage(Cluster cluster) {
        var kafka = cluster.broker().connection();
        this.cluster = cluster;
        this.mailbox = new Mailbox(kafka);
        this.events = TopicReader.of(kafka, Topic.BOT_EVENTS.topicName());
        this.outcomes = TopicReader.of(kafka, Topic.BOT_OUTCOMES.topicName());
        this.letters = TopicReader.of(kafka, Topic.BOT_CALLS.deadLetterName());
    }

    Cluster cluster() {
        return cluster;
    }

    Commands commands() {
        return commands;
    }

    /** Somebody new, whose bot the worker of this name owns. */
    Customer customerOf(String worker) {
        return customerOf(worker, "30", 10);
    }

    /** The same with these limits. */
    Customer customerOf(String worker, String perSecond, int atOnce) {
        var partition = await().atMost(PATIENCE)
                .until(
                        () -> cluster.value("select min(partition) from bots.ownership where holder like '" + worker
                                + "-%' and lease_until > clock_timestamp()"),
                        found -> !found.equals("null"));
        do {
            lastUser++;
        } while (SHARES.of(new UserId(lastUser)) != Integer.parseInt(partition));
        return new Customer(lastUser, perSecond, atOnce);
    }

    void send(BotCommand command) {
        mailbox.send(command);
    }

    /** Returns when the customer has a bot. */
    void register(Customer customer) {
        var register = customer.register(commands, cluster);
        send(register);
        customer.registered(((BotRegistered) first(register)).id());
    }

    /** Returns when it may call. */
    void verify(Customer customer) {
        register(customer);
        var verify = commands.verifyBot(customer.user(), customer.row());
        send(verify);
        var _ = first(verify);
    }

    void sendUnreadable(CallMethod call) {
        mailbox.sendUnreadable(call);
    }

    void fault(Fault fault) {
        cluster.sandbox().faults().add(fault);
    }

    /** Returns when all but one of the calls that may wait do, behind one that has been told to. */
    void fillBacklog(Customer customer) {
        for (var call = 1; call < Troupe.PARKED; call++) {
            send(commands.sendMessage(customer.user(), customer.row(), "42", "m" + call));
        }
        await().atMost(PATIENCE)
                .until(() -> cluster.value("select count(*) from bots.parked_call where user_id = " + customer.user())
                        .equals(Integer.toString(Troupe.PARKED - 1)));
    }

    /** Returns when everything that was committed has been told. */
    void awaitTold() {
        await().atMost(PATIENCE)
                .until(() -> cluster.value("select count(*) from bots.outbox where published_at is null")
                        .equals("0"));
    }

    /** How many bots' secrets are not sealed under the newest key. */
    String rowsBehind() {
        return cluster.value(
                "select count(*) from bots.bot where key_version <" + " (select max(version) from bots.key_rotation)");
    }

    /** How many copies of what cannot be read there are. */
    long letters(CommandId command) {
        return letters.records().stream()
                .filter(letter -> CloudEvents.commandId(letter.headers())
                        .filter(command::equals)
                        .isPresent())
                .count();
    }

    List<BotEvent> eventsOf(CommandId command) {
        return events.messages(BotEvent.class).stream()
                .filter(event -> event.head().commandId().equals(command))
                .toList();
    }

    List<CallOutcome> outcomesOf(CommandId call) {
        return outcomes.messages(CallOutcome.class).stream()
                .filter(outcome -> outcome.head().commandId().equals(call))
                .toList();
    }

    /** How often Telegram was asked for something in the name of the customer's bot, but who it is. */
    long asked(Customer customer) {
        return ledger(customer).size();
    }

    /** How many texts reached a chat more than once. */
    long sentTwice(Customer customer) {
        return ledger(customer).stream()
                .filter(Call::answeredOk)
                .collect(Collectors.groupingBy(call -> call.parameters().path("text"), Collectors.counting()))
                .values()
                .stream()
                .filter(times -> times > 1)
                .count();
    }

    List<Call> ledger(Customer customer) {
        return cluster.sandbox().ledger().calls().stream()
                .filter(call -> call.botId() == customer.bot() && !call.method().equals("getMe"))
                .toList();
    }

    private BotEvent first(BotCommand command) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> eventsOf(command.commandId()), found -> !found.isEmpty())
                .getFirst();
    }

    @Override
    public void close() {
        mailbox.close();
        events.close();
        outcomes.close();
        letters.close();
    }
}
