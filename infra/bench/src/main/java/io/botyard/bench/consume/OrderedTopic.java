package io.botyard.bench.consume;

import io.botyard.contract.wire.KafkaConnection;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A topic full of records: the keys take turns, and each record says which one of its key it is.
 *
 * @param records in all
 */
record OrderedTopic(String name, int records) {

    static final int KEYS = 1000;

    static final int PARTITIONS = 8;

    /** Beside its number, about as much as a short call. */
    private static final int LENGTH = 200;

    static OrderedTopic filled(KafkaConnection kafka, int records) throws ExecutionException, InterruptedException {
        var topic = new OrderedTopic("ordered-" + records, records);
        try (var admin = Admin.create(kafka.admin())) {
            admin.createTopics(List.of(new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(Map.of())))
                    .all()
                    .get();
        }
        // A broker that has just started can give two producers one id, and takes nothing more of one of them.
        var settings = new HashMap<>(kafka.producer());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        try (var producer = new KafkaProducer<String, byte[]>(settings)) {
            for (var i = 0; i < records; i++) {
                var value = ByteBuffer.allocate(LENGTH).putInt(i / KEYS).array();
                var _ = producer.send(new ProducerRecord<>(topic.name(), Integer.toString(i % KEYS), value));
            }
        }
        return topic;
    }
}
