package io.botyard.bench;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** One record from a producer to a consumer, acknowledged: what no path over Kafka can undercut. */
final class KafkaHop implements AutoCloseable {

    /** Nobody reads or writes this topic yet. */
    private static final TopicPartition ROAD = new TopicPartition(Topic.BOT_UPDATES.topicName(), 0);

    private static final byte[] LOAD = new byte[1024];

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    KafkaHop(KafkaConnection kafka) {
        this.producer = new KafkaProducer<>(kafka.producer());
        this.consumer = new KafkaConsumer<>(kafka.consumer());
        consumer.assign(List.of(ROAD));
        consumer.seekToEnd(List.of(ROAD));
        consumer.position(ROAD);
    }

    Object once() throws Exception {
        var sent = producer.send(new ProducerRecord<>(ROAD.topic(), ROAD.partition(), "0", LOAD));
        while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
            // The record is on its way.
        }
        return sent.get();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
