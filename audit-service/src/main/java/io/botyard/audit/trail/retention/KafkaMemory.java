package io.botyard.audit.trail.retention;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** How far back Kafka can tell: for longer than a topic's retention, by up to a segment. */
@Component
final class KafkaMemory {
    private static final int PATIENCE_MS = 15_000;
    private final KafkaConnection kafka;

    KafkaMemory(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /** When the oldest record was sent that any of these topics still holds; none when they hold nothing. */
    Optional<Instant> oldest(Collection<Topic> topics) {
        var settings = new HashMap<>(kafka.consumer());
        settings.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        try (var reader = new KafkaConsumer<String, byte[]>(settings)) {
            var sentSinceEver = topics.stream()
                    .flatMap(topic -> reader.partitionsFor(topic.topicName()).stream())
                    .collect(Collectors.toMap(one -> new TopicPartition(one.topic(), one.partition()), _ -> 0L));
            return reader.offsetsForTimes(sentSinceEver).values().stream()
                    .filter(Objects::nonNull)
                    .map(OffsetAndTimestamp::timestamp)
                    .min(Long::compare)
                    .map(Instant::ofEpochMilli);
        }
    }
}
