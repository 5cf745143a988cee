package io.botyard.gateway.testing;

import io.botyard.contract.CommandId;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.event.Event;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.ReplyRoute;
import io.botyard.contract.wire.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Plays the worker over real Kafka: reads commands, and replies with what the test's script says. */
public final class ScriptedWorker implements AutoCloseable {

    private static final MessageCodec CODEC = new MessageCodec("/botyard/scripted-worker");

    private final int partitions;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final List<BotCommand> seen = new CopyOnWriteArrayList<>();
    private volatile Function<BotCommand, List<? extends Event>> script = command -> List.of();

    ScriptedWorker(KafkaConnection kafka, int partitions) {
        this.partitions = partitions;
        consumer = new KafkaConsumer<>(kafka.consumer());
        producer = new KafkaProducer<>(kafka.producer());
        var inputs = Stream.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS)
                .flatMap(topic -> IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .toList();
        consumer.assign(inputs);
        consumer.seekToEnd(inputs);
        inputs.forEach(consumer::position);
        var _ = Thread.ofPlatform().daemon().name("scripted-worker").start(this::work);
    }

    /** From now on. An empty list is silence. */
    public void plays(Function<BotCommand, List<? extends Event>> lines) {
        script = lines;
    }

    public List<BotCommand> seen() {
        return List.copyOf(seen);
    }

    /** The command of this type with this id, once it is there. */
    public <C extends BotCommand> List<C> seen(Class<C> type, CommandId id) {
        return seen.stream()
                .filter(command -> command.commandId().equals(id))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Sends a reply for a command somebody waited for. */
    public void reply(BotCommand command, Event event) {
        var gateway = Objects.requireNonNull(command.origin().replyTo());
        var _ = producer.send(ReplyRoute.encode(CODEC, event, gateway, partitions));
    }

    private void work() {
        try {
            while (true) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    take(CODEC.decode(record, BotCommand.class));
                }
            }
        } catch (WakeupException end) {
            consumer.close();
        }
    }

    private void take(BotCommand command) {
        seen.add(command);
        if (command.origin().replyTo() != null) {
            script.apply(command).forEach(event -> reply(command, event));
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        producer.close();
    }
}
