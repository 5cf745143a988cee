package io.botyard.bench.world;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.wire.CloudEvents;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;

/** Puts calls where a gateway puts them, and sees how they end. */
public final class Traffic implements AutoCloseable {

    private static final MessageCodec CODEC = new MessageCodec("/botyard/bench");
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int TOGETHER = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> outcomes;
    private final Set<String> ended = new HashSet<>();
    private long awaited;

    /** Sees how a call ends as soon as that is known. */
    public Traffic(KafkaConnection kafka) {
        this(kafka, Map.of());
    }

    /** Keeps the broker less busy where only the number counts: sees what has ended together, and 20 ms later at most. */
    public static Traffic seenTogether(KafkaConnection kafka) {
        return new Traffic(
                kafka,
                Map.of(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, TOGETHER, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int)
                        POLL.toMillis()));
    }

    private Traffic(KafkaConnection kafka, Map<String, Object> fetching) {
        // A broker that has just started can give two producers one id, and takes nothing more of one of them.
        var settings = new HashMap<>(kafka.producer());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        this.producer = new KafkaProducer<>(settings);
        var reading = new HashMap<>(kafka.consumer());
        reading.putAll(fetching);
        this.outcomes = new KafkaConsumer<>(reading);
        var all = outcomes.partitionsFor(Topic.BOT_OUTCOMES.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        outcomes.assign(all);
        outcomes.seekToEnd(all);
        all.forEach(outcomes::position);
    }

    /** Without waiting for the broker. */
    public void send(List<CallMethod> calls) {
        var records =
                calls.stream().map(call -> CODEC.encode(Topic.BOT_CALLS, call)).toList();
        for (var record : records) {
            var _ = producer.send(record);
        }
    }

    /** Waits for so many calls more to have ended, those counted that were seen too early. */
    public void awaitOutcomes(long count, Consumer<ConsumerRecord<String, byte[]>> each) {
        awaited += count;
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (early() < 0) {
            for (var outcome : outcomes.poll(POLL)) {
                each.accept(outcome);
                // All outcomes of a call have one id.
                ended.add(CloudEvents.read(outcome.headers(), CloudEvents.ID).orElse(""));
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(-early() + " calls have not ended");
            }
        }
    }

    /** How many calls were seen to end that nobody has waited for yet. */
    public long early() {
        return ended.size() - awaited;
    }

    /** The same of calls that all succeed. */
    public void awaitSuccesses(long count) {
        awaitOutcomes(count, outcome -> {
            var type = CloudEvents.read(outcome.headers(), CloudEvents.TYPE).orElse("");
            if (!type.endsWith("call_succeeded")) {
                throw new IllegalStateException("a call ended otherwise: " + type);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
        outcomes.close();
    }
}
