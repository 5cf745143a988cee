package io.botyard.contract.wire;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends records, and says when every replica in sync has them. */
public final class KafkaSender {

    private final Producer<String, byte[]> producer;

    public KafkaSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Completes on the producer's own thread: what hangs on it must be short. */
    public CompletableFuture<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        var acknowledged = new CompletableFuture<RecordMetadata>();
        var _ = producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(metadata);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }
}
