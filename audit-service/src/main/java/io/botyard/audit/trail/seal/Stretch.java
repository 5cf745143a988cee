package io.botyard.audit.trail.seal;

import io.botyard.contract.wire.KafkaConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a stretch of a partition, as a bystander: without a group, committing nothing. */
public final class Stretch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int SILENT_POLLS = 120;
    private static final int PATIENCE_MS = 15_000;
    private final KafkaConsumer<String, byte[]> consumer;

    public Stretch(KafkaConnection kafka) {
        var settings = new HashMap<>(kafka.consumer());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        consumer = new KafkaConsumer<>(settings);
    }

    public long beginning(TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    public long end(TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    public int partitionsOf(String topic) {
        return consumer.partitionsFor(topic).size();
    }

    /**
     * Every record from one offset, or the first there still is, up to another, which is not read any more.
     *
     * @throws TimeoutException when nothing comes for 30 s
     */
    public void read(TopicPartition partition, long from, long to, Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        var silent = 0;
        while (consumer.position(partition) < to) {
            var records = consumer.poll(POLL);
            silent = records.isEmpty() ? silent + 1 : 0;
            if (silent == SILENT_POLLS) {
                throw new TimeoutException(partition + " is silent before offset " + to);
            }
            for (var record : records) {
                if (record.offset() < to) {
                    reader.accept(record);
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
