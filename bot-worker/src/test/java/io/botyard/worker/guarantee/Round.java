package io.botyard.worker.guarantee;

import static org.awaitility.Awaitility.await;

import io.botyard.contract.Message;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.sandbox.ledger.Call;
import io.botyard.testkit.TopicReader;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One round: load, a plan of mishaps from a seed, the end of both, and then every guarantee is looked at. */
final class Round {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final MessageCodec CODEC = new MessageCodec("/botyard/guarantee");

    private final Cluster cluster;
    private final long seed;
    private final Duration length;
    private final int mishaps;

    Round(Cluster cluster, long seed, Duration length, int mishaps) {
        this.cluster = cluster;
        this.seed = seed;
        this.length = length;
        this.mishaps = mishaps;
    }

    /**
     * Carries it out.
     *
     * @param firstUser six users from here on are the round's alone
     * @return what did not hold
     */
    List<String> run(long firstUser, int workers) throws SQLException {
        var connection = cluster.broker().connection();
        cluster.awaitShared(workers);
        var _ = Takeovers.of(cluster.database());
        var began = Clock.systemUTC().instant();
        var plan = Plan.of(seed, mishaps, length, workers);
        try (var mailbox = new Mailbox(connection);
                var events = TopicReader.of(connection, Topic.BOT_EVENTS.topicName())) {
            var load = new Load(cluster, mailbox, events, seed, firstUser);
            load.prepare();
            System.out.println("round of seed " + seed + ": " + plan);
            try (var disaster = Disaster.begin(cluster, plan)) {
                load.run(length);
                disaster.awaitEnd();
            }
            cluster.sandbox().faults().clear();
            var history = settled(load, began);
            new Inquest(cluster, workers).into(history);
            var broken = Guarantee.ALL.stream()
                    .flatMap(guarantee -> guarantee.broken(history).stream()
                            .map(how -> guarantee.getClass().getSimpleName() + " (seed " + seed + "): " + how))
                    .toList();
            System.out.println("round of seed " + seed + ": " + summary(history) + "; broken: " + broken.size());
            broken.forEach(System.out::println);
            return broken;
        }
    }

    /** Waits until everything that was asked for has come to something; what has not by then is a broken guarantee. */
    private History settled(Load load, Instant began) throws SQLException {
        var settles = Clock.systemUTC().instant().plus(PATIENCE);
        await().atMost(PATIENCE.multipliedBy(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    cluster.supervise();
                    var back = load.isEverybodyBack();
                    var history = history(load.customers(), began);
                    var open = new OneOutcome().broken(history).size()
                            + new OneEventPerCommand().broken(history).size();
                    return (back && open == 0) || Clock.systemUTC().instant().isAfter(settles);
                });
        return history(load.customers(), began);
    }

    private History history(List<Customer> customers, Instant began) throws SQLException {
        var users = customers.stream().map(Customer::user).collect(Collectors.toSet());
        var bots = customers.stream().map(Customer::bot).collect(Collectors.toSet());
        var said = new ArrayList<History.Said<?>>();
        for (var topic : List.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS, Topic.BOT_EVENTS, Topic.BOT_OUTCOMES)) {
            try (var reader = TopicReader.of(cluster.broker().connection(), topic.topicName())) {
                reader.records().stream()
                        .filter(record -> users.contains(Long.parseLong(record.key())))
                        .map(record -> new History.Said<>(
                                record.offset(),
                                Instant.ofEpochMilli(record.timestamp()),
                                CODEC.decode(record, Message.class)))
                        .forEach(said::add);
            }
        }
        var ledger = cluster.sandbox().ledger().calls().stream()
                .filter(call -> bots.contains(call.botId()) && !call.method().equals("getMe"))
                .toList();
        return new History(
                customers, said, ledger, Takeovers.of(cluster.database()).since(began));
    }

    private static String summary(History history) {
        var outcomes = history.calls().stream()
                .flatMap(call ->
                        history.outcomesOf(call.message().commandId()).stream().limit(1))
                .collect(Collectors.groupingBy(
                        outcome -> outcome.kind(), java.util.TreeMap::new, Collectors.counting()));
        var late = history.calls().stream()
                .filter(call -> history.outcomesOf(call.message().commandId()).size() > 1)
                .count();
        var repeats = history.ledger().stream()
                .map((Call call) -> call.text(History.MARK))
                .collect(Collectors.groupingBy(mark -> mark, Collectors.counting()))
                .values()
                .stream()
                .filter(times -> times > 1)
                .count();
        return history.calls().size() + " calls " + outcomes + ", " + late + " told again, "
                + history.controls().size() + " commands, " + history.ledger().size() + " arrivals at Telegram, "
                + repeats + " calls made again, " + history.takeovers() + " takeovers, a call at most "
                + RateKept.worst(history).toMillis() + " ms before its rate";
    }
}
