package io.botyard.audit.trail.verify;

import io.botyard.audit.entry.proof.CannotVerify;
import io.botyard.audit.entry.proof.SealedHeads;
import io.botyard.audit.trail.seal.SealLog;
import io.botyard.audit.trail.seal.Stretch;
import io.botyard.contract.UserId;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UserPartitions;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The seals in {@code audit.heads}. */
public final class KafkaSeals implements SealedHeads {
    private static final String TOPIC = Topic.AUDIT_HEADS.topicName();
    private final KafkaConnection connection;
    private final IntPredicate wanted;

    KafkaSeals(KafkaConnection connection) {
        this(connection, _ -> true);
    }

    /** Of these partitions alone. */
    public KafkaSeals(KafkaConnection connection, IntPredicate wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    @Override
    public long read(@Nullable Long user, Consumer<HeadsSigned> taker) {
        var foreign = new AtomicLong();
        try (var kafka = new Stretch(connection)) {
            var count = kafka.partitionsOf(TOPIC);
            var partitions = user == null
                    ? IntStream.range(0, count)
                    : IntStream.of(new UserPartitions(count).of(new UserId(user)));
            partitions
                    .filter(wanted)
                    .mapToObj(number -> new TopicPartition(TOPIC, number))
                    .forEach(partition -> kafka.read(
                            partition,
                            0,
                            kafka.end(partition),
                            record -> SealLog.read(record).ifPresentOrElse(taker, foreign::incrementAndGet)));
        } catch (KafkaException away) {
            throw new CannotVerify("audit.heads cannot be read", away);
        }
        return foreign.get();
    }
}
