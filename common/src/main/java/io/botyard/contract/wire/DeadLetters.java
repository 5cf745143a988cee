package io.botyard.contract.wire;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sets a record aside, unchanged, with why and whence in its headers. */
public final class DeadLetters {

    private final KafkaSender sender;

    public DeadLetters(KafkaSender sender) {
        this.sender = sender;
    }

    /** Done when Kafka has it: only then may the reader go on past the record. */
    public CompletableFuture<RecordMetadata> bury(ConsumerRecord<String, byte[]> record, String cause) {
        var letter = new ProducerRecord<>(
                record.topic() + Topic.DEAD_LETTER_SUFFIX, null, record.key(), record.value(), record.headers());
        CloudEvents.add(letter.headers(), "dlq_cause", cause);
        CloudEvents.add(letter.headers(), "dlq_topic", record.topic());
        CloudEvents.add(letter.headers(), "dlq_partition", Integer.toString(record.partition()));
        CloudEvents.add(letter.headers(), "dlq_offset", Long.toString(record.offset()));
        return sender.send(letter);
    }
}
