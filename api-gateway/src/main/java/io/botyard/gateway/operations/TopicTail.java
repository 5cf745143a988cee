package io.botyard.gateway.operations;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads those partitions of a topic that somebody here follows, each from its end at that moment, without a group: what
 * nobody follows is not even fetched. While Kafka is away it waits, and goes on where it was.
 */
public final class TopicTail {

    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaConnection kafka;
    private final Topic topic;
    private final Reader reader;
    private final Counter skipped;
    private final ConcurrentMap<Integer, Followed> followed = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** What becomes of each record. */
    public interface Reader {
        void read(ConsumerRecord<String, byte[]> record);
    }

    /** How many follow a partition, and whether what is said in it can still be missed. */
    private record Followed(int followers, CompletableFuture<Void> inTime) {}

    /** {@code skipped} counts the records that the reader could make nothing of. */
    public TopicTail(KafkaConnection kafka, Topic topic, Reader reader, Counter skipped) {
        this.kafka = kafka;
        this.topic = topic;
        this.reader = reader;
        this.skipped = skipped;
    }

    public void start() {
        Thread.ofPlatform().name("tail-" + topic.topicName()).daemon().start(this::readUntilStopped);
    }

    public void stop() {
        stopped.countDown();
        followed.values().forEach(one -> one.inTime().complete(null));
    }

    /** Done once nothing that is said in this partition from then on can be missed. */
    public CompletableFuture<Void> follow(int partition) {
        return followed.merge(
                        partition,
                        new Followed(1, new CompletableFuture<>()),
                        (known, first) -> new Followed(known.followers() + 1, known.inTime()))
                .inTime();
    }

    /** One follower less. */
    public void leave(int partition) {
        followed.computeIfPresent(
                partition,
                (number, known) -> known.followers() == 1 ? null : new Followed(known.followers() - 1, known.inTime()));
    }

    private void readUntilStopped() {
        do {
            try (var consumer = new KafkaConsumer<String, byte[]>(fromTheEnd())) {
                while (!stoppedWithin(Duration.ZERO)) {
                    read(consumer);
                }
            } catch (KafkaException away) {
                LOG.atWarn()
                        .addKeyValue("topic", topic.topicName())
                        .addKeyValue("reason", away.getClass().getSimpleName())
                        .log("topic cannot be read, trying again");
            }
        } while (!stoppedWithin(PAUSE));
    }

    private void read(Consumer<String, byte[]> consumer) {
        var wanted = Map.copyOf(followed);
        assign(consumer, wanted);
        wanted.values().forEach(one -> one.inTime().complete(null));
        if (wanted.isEmpty()) {
            var _ = stoppedWithin(POLL);
            return;
        }
        for (var record : consumer.poll(POLL)) {
            take(record);
            next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
    }

    /** A record that nobody can make sense of costs itself, not those after it. */
    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            reader.read(record);
        } catch (RuntimeException bug) {
            skipped.increment();
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", bug.getClass().getSimpleName())
                    .log("record skipped");
        }
    }

    private void assign(Consumer<String, byte[]> consumer, Map<Integer, Followed> wanted) {
        var partitions = wanted.keySet().stream()
                .map(number -> new TopicPartition(topic.topicName(), number))
                .collect(Collectors.toSet());
        if (partitions.equals(consumer.assignment())) {
            return;
        }
        next.keySet().retainAll(partitions);
        var added = new HashSet<>(partitions);
        added.removeAll(consumer.assignment());
        consumer.assign(partitions);
        for (var partition : added) {
            position(consumer, partition);
        }
    }

    /** At the end, or after a failure where it was. */
    private void position(Consumer<String, byte[]> consumer, TopicPartition partition) {
        var known = next.get(partition);
        if (known == null) {
            consumer.seekToEnd(List.of(partition));
            next.put(partition, consumer.position(partition, PATIENCE));
        } else {
            consumer.seek(partition, known);
        }
    }

    private boolean stoppedWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Map<String, Object> fromTheEnd() {
        var settings = new HashMap<>(kafka.consumer());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return settings;
    }
}
