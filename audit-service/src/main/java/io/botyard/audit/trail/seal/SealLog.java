package io.botyard.audit.trail.seal;

import io.botyard.audit.entry.proof.Signatures;
import io.botyard.audit.entry.proof.Signatures.Verdict;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.event.TrailRestored;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UnreadableRecord;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** The seals in {@code audit.heads}. */
public final class SealLog {
    private static final MessageCodec CODEC = new MessageCodec("/botyard/audit-service");
    private static final int SEND_SECONDS = 40;
    private static final int LOOKED_THROUGH = 1_000;
    private final KafkaSender sender;

    SealLog(KafkaSender sender) {
        this.sender = sender;
    }

    /** The seal as it goes to Kafka; its value is its JSON. */
    static ProducerRecord<String, byte[]> record(HeadsSigned seal) {
        var record = CODEC.encode(Topic.AUDIT_HEADS, seal);
        return new ProducerRecord<>(record.topic(), seal.partition(), record.key(), record.value(), record.headers());
    }

    /** Becomes an entry like any other, once it is read. Returns when Kafka has it. */
    void tell(TrailRestored restored) {
        send(CODEC.encode(Topic.AUDIT_ACCESS, restored));
    }

    /** Returns when Kafka has it. */
    void send(ProducerRecord<String, byte[]> record) {
        try {
            sender.send(record).get(SEND_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaException("could not send a seal", failure);
        } catch (InterruptedException stop) {
            throw new InterruptException(stop);
        }
    }

    /** The last one that is ours; what somebody else put into the topic is passed over. */
    static Optional<HeadsSigned> last(Stretch kafka, int partition, Signatures signatures) {
        var place = new TopicPartition(Topic.AUDIT_HEADS.topicName(), partition);
        var end = kafka.end(place);
        var beginning = Math.max(kafka.beginning(place), end - LOOKED_THROUGH);
        for (var offset = end - 1; offset >= beginning; offset--) {
            var found = new Found(partition, signatures);
            kafka.read(place, offset, offset + 1, found::look);
            if (found.seal.isPresent()) {
                return found.seal;
            }
        }
        return Optional.empty();
    }

    /** Nothing when the record is no seal at all. */
    public static Optional<HeadsSigned> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(CODEC.decode(record, HeadsSigned.class));
        } catch (UnreadableRecord notOurs) {
            return Optional.empty();
        }
    }

    private static final class Found {
        private final int partition;
        private final Signatures signatures;
        private Optional<HeadsSigned> seal = Optional.empty();

        private Found(int partition, Signatures signatures) {
            this.partition = partition;
            this.signatures = signatures;
        }

        private void look(ConsumerRecord<String, byte[]> record) {
            seal = read(record).filter(one -> one.partition() == partition && signatures.of(one) == Verdict.GOOD);
        }
    }
}
