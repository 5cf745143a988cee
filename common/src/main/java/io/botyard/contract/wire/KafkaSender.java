package io.botyard.contract.wire;

import io.botyard.tracing.Kind;
import io.botyard.tracing.Span;
import io.botyard.tracing.Tracing;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;

/** Sends records, and says when every replica in sync has them. What is sent for something traced carries its trace. */
public final class KafkaSender {

    private final Producer<String, byte[]> producer;
    private final Tracing tracing;

    public KafkaSender(Producer<String, byte[]> producer) {
        this(producer, Tracing.OFF);
    }

    public KafkaSender(Producer<String, byte[]> producer, Tracing tracing) {
        this.producer = producer;
        this.tracing = tracing;
    }

    /** Completes on the producer's own thread: what hangs on it must be short. */
    public CompletableFuture<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        var acknowledged = new CompletableFuture<RecordMetadata>();
        var span = tracing.within(Kind.PRODUCER, "send", record.topic());
        mark(record.headers(), span);
        var _ = producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                span.close();
                acknowledged.complete(metadata);
            } else {
                span.failed(failure.getClass().getSimpleName()).close();
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    private static void mark(Headers headers, Span span) {
        var traceparent = span.traceparent();
        if (traceparent != null) {
            headers.remove(Tracing.HEADER);
            CloudEvents.add(headers, Tracing.HEADER, traceparent);
        }
    }
}
