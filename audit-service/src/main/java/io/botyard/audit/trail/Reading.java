package io.botyard.audit.trail;

import io.botyard.contract.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A record and what it says.
 *
 * @param message none when it cannot be read
 * @param cause why it cannot be read; none when it can
 */
record Reading(
        ConsumerRecord<String, byte[]> record,
        @Nullable Message message,
        @Nullable String cause) {
    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }
}
