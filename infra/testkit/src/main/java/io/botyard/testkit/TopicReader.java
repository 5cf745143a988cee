package io.botyard.testkit;

import io.botyard.contract.Message;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Looks at a topic from its beginning, as a bystander: without a group, committing nothing. */
public final class TopicReader implements AutoCloseable {

    private static final MessageCodec CODEC = new MessageCodec("/botyard/testkit");

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
    private final List<Message> decoded = new ArrayList<>();

    private TopicReader(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    public static TopicReader of(KafkaConnection connection, String topic) {
        var consumer = new KafkaConsumer<String, byte[]>(connection.consumer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicReader(consumer, partitions);
    }

    /** Everything that has come into the topic up to now, each partition in its order. */
    public List<ConsumerRecord<String, byte[]>> records() {
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(read::add);
        }
        return List.copyOf(read);
    }

    /** The same as messages, those of other types left out. */
    public <M extends Message> List<M> messages(Class<M> type) {
        var records = records();
        records.subList(decoded.size(), records.size()).stream()
                .map(record -> CODEC.decode(record, Message.class))
                .forEach(decoded::add);
        return decoded.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
