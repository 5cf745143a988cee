package io.botyard.testkit;

import io.botyard.contract.Message;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Puts records where a service would, one after the other. */
public final class TopicWriter implements AutoCloseable {

    private static final MessageCodec CODEC = new MessageCodec("/botyard/testkit");

    /** How long a busy machine's broker may take is not what is tested. */
    private static final int PATIENCE_MS = 120_000;

    private final KafkaProducer<String, byte[]> producer;

    private TopicWriter(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    public static TopicWriter to(KafkaConnection connection) {
        var patient = new HashMap<>(connection.producer());
        patient.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        return new TopicWriter(new KafkaProducer<>(patient));
    }

    public void send(Topic topic, Message... messages) {
        var sent = List.of(messages).stream()
                .map(message -> producer.send(CODEC.encode(topic, message)))
                .toList();
        for (var one : sent) {
            var _ = await(one);
        }
    }

    /** A record as it stands, well-formed or not. Returns where it went. */
    public RecordMetadata sendRaw(ProducerRecord<String, byte[]> record) {
        return await(producer.send(record));
    }

    @Override
    public void close() {
        producer.close();
    }

    private static RecordMetadata await(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the broker did not take a record", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while sending", stop);
        }
    }
}
