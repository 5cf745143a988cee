package io.botyard.worker.guarantee;

import io.botyard.worker.guarantee.Step.Moment;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** A producer with a trap before each record and after each acknowledgement. */
final class TrappedProducer extends KafkaProducer<String, byte[]> {

    private final Trap trap;

    TrappedProducer(Map<String, Object> settings, Trap trap) {
        super(settings);
        this.trap = trap;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
        trap.reached(step -> step.isAtSending(Moment.BEFORE, record.topic()));
        return super.send(record, (metadata, failure) -> {
            if (failure == null) {
                trap.reached(step -> step.isAtSending(Moment.AFTER, record.topic()));
            }
            callback.onCompletion(metadata, failure);
        });
    }
}
