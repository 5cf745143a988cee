package io.botyard.audit.fleet.kafka;

import io.botyard.contract.wire.KafkaConnection;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When records were written: one of each partition is read, in nobody's name. The reader is kept for the next time. */
@Component
final class OldestRecords {
    private static final Duration PARTING = Duration.ofMillis(100);

    /** Of each partition at once; a batch of the gateway's fits, and a larger one comes alone. */
    private static final int FETCHED_BYTES = 32 * 1024;

    private final KafkaConnection connection;
    private final Clock clock;
    private @Nullable Consumer<String, byte[]> reader;

    OldestRecords(KafkaConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * When what lies at these offsets was written; of what cannot be read until then nothing is said.
     *
     * @throws org.apache.kafka.common.KafkaException when none of it may be read
     */
    synchronized Map<TopicPartition, Instant> at(Map<TopicPartition, Long> offsets, Instant until) {
        if (offsets.isEmpty()) {
            return Map.of();
        }
        try {
            return read(reader(), offsets, until);
        } catch (KafkaException refused) {
            close();
            throw refused;
        }
    }

    @PreDestroy
    synchronized void close() {
        if (reader != null) {
            reader.close(CloseOptions.timeout(PARTING));
            reader = null;
        }
    }

    private Consumer<String, byte[]> reader() {
        var kept = reader;
        if (kept == null) {
            kept = new KafkaConsumer<>(config());
            reader = kept;
        }
        return kept;
    }

    private Map<TopicPartition, Instant> read(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> offsets, Instant until) {
        var found = new HashMap<TopicPartition, Instant>();
        consumer.assign(offsets.keySet());
        offsets.forEach(consumer::seek);
        for (var left = left(until); found.size() < offsets.size() && left.isPositive(); left = left(until)) {
            for (var record : consumer.poll(left)) {
                var partition = new TopicPartition(record.topic(), record.partition());
                found.put(partition, Instant.ofEpochMilli(record.timestamp()));
                consumer.pause(List.of(partition));
            }
        }
        consumer.unsubscribe();
        return found;
    }

    private Duration left(Instant until) {
        return Duration.between(clock.instant(), until);
    }

    private Map<String, Object> config() {
        var config = new HashMap<>(connection.consumer());
        // Forgotten by the topic meanwhile: what is oldest then is.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_BYTES);
        return config;
    }
}
