package io.botyard.audit.activity.streams;

import io.botyard.contract.event.CallEvent;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * An outcome belongs to the moment when its call ended, however late it is read. A worker whose clock is ahead does not
 * take the others with it: nothing has ended later than now.
 */
final class OutcomeTime implements TimestampExtractor {
    private final InstantSource clock;

    OutcomeTime(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        var said = record.value() instanceof CallEvent outcome ? outcome.said().toEpochMilli() : record.timestamp();
        return Math.clamp(said, 0, clock.millis());
    }
}
