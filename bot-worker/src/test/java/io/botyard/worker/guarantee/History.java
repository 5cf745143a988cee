package io.botyard.worker.guarantee;

import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.sandbox.ledger.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was asked for in one round and what came of it, as Kafka, Postgres and Telegram tell it. */
final class History {

    /** The parameter by which a call is known at Telegram. */
    static final String MARK = "mark";

    private static final UserPartitions SHARES = new UserPartitions(Cluster.PARTITIONS);

    /**
     * A record.
     *
     * @param at when its sender sent it
     */
    record Said<M extends Message>(long offset, Instant at, M message) {}

    private final List<Customer> customers;
    private final List<Call> ledger;
    private final List<Takeovers.Takeover> takeovers;
    private final Map<String, Said<CallMethod>> calls = new LinkedHashMap<>();
    private final Map<CommandId, List<CallOutcome>> outcomes = new LinkedHashMap<>();
    private final List<Said<ControlCommand>> controls = new ArrayList<>();
    private final List<Said<BotEvent>> events = new ArrayList<>();

    /**
     * Takes what is known.
     *
     * @param said in the order of each partition
     * @param ledger of the round's bots, without the worker's own questions who a bot is
     */
    History(List<Customer> customers, List<Said<?>> said, List<Call> ledger, List<Takeovers.Takeover> takeovers) {
        this.customers = customers;
        this.ledger = ledger;
        this.takeovers = takeovers;
        for (var record : said) {
            switch (record.message()) {
                case CallMethod call ->
                    calls.putIfAbsent(call.commandId().toString(), new Said<>(record.offset(), record.at(), call));
                case ControlCommand control -> controls.add(new Said<>(record.offset(), record.at(), control));
                case CallOutcome outcome ->
                    outcomes.computeIfAbsent(outcome.head().commandId(), _ -> new ArrayList<>())
                            .add(outcome);
                case BotEvent event -> events.add(new Said<>(record.offset(), record.at(), event));
                default -> {
                    // Nobody promised anything about it.
                }
            }
        }
    }

    List<Customer> customers() {
        return customers;
    }

    /** The accepted calls, each user's in their order; of a repeated one the first record. */
    Collection<Said<CallMethod>> calls() {
        return calls.values();
    }

    /** As they stand in Kafka: the first counts. */
    List<CallOutcome> outcomesOf(CommandId call) {
        return outcomes.getOrDefault(call, List.of());
    }

    List<Said<ControlCommand>> controls() {
        return controls;
    }

    List<Said<BotEvent>> events() {
        return events;
    }

    /** What a command came to, as often as it was told. */
    List<BotEvent> eventsOf(CommandId command) {
        return events.stream()
                .<BotEvent>map(Said::message)
                .filter(event -> event.head().commandId().equals(command))
                .toList();
    }

    List<Said<BotEvent>> events(Customer customer) {
        return events.stream()
                .filter(event -> event.message().userId().value() == customer.user())
                .toList();
    }

    List<Call> ledger() {
        return ledger;
    }

    List<Call> ledger(Customer customer) {
        return ledger.stream().filter(call -> call.botId() == customer.bot()).toList();
    }

    /** What reached Telegram of an accepted call. */
    List<Call> ledger(CommandId call) {
        return ledger.stream()
                .filter(arrived -> arrived.text(MARK).equals(call.toString()))
                .toList();
    }

    /** The accepted call that this is; none for a test message, which no gateway accepted. */
    Optional<Said<CallMethod>> acceptedAs(Call arrived) {
        return Optional.ofNullable(calls.get(arrived.text(MARK)));
    }

    List<Instant> takeovers(Customer customer) {
        var partition = partitionOf(customer);
        return takeovers.stream()
                .filter(takeover -> takeover.partition() == partition)
                .map(Takeovers.Takeover::at)
                .toList();
    }

    static int partitionOf(Customer customer) {
        return SHARES.of(new UserId(customer.user()));
    }

    int takeovers() {
        return takeovers.size();
    }
}
