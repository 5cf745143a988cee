package io.botyard.bench.consume;

import io.botyard.contract.wire.KafkaConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

/** A thread that polls until it is closed. */
public final class PollingThread implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private volatile boolean closing;

    private PollingThread(KafkaConsumer<String, byte[]> consumer, Consumer<KafkaConsumer<String, byte[]>> turn) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().name("polling").unstarted(() -> poll(turn));
    }

    /**
     * Begins at once.
     *
     * @param turn what is done again and again, with the consumer
     */
    public static PollingThread start(
            KafkaConsumer<String, byte[]> consumer, Consumer<KafkaConsumer<String, byte[]>> turn) {
        var polling = new PollingThread(consumer, turn);
        polling.thread.start();
        return polling;
    }

    /** What every client of ours asks of Kafka, in a group that begins at the beginning. */
    public static Map<String, Object> settings(KafkaConnection kafka, String group) {
        var settings = new HashMap<>(kafka.consumer());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    private void poll(Consumer<KafkaConsumer<String, byte[]>> turn) {
        try (consumer) {
            while (!closing) {
                turn.accept(consumer);
            }
        } catch (WakeupException stop) {
            // Only close() wakes it.
        }
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            if (!thread.join(PATIENCE)) {
                throw new IllegalStateException("the polling thread does not end");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
