package io.botyard.audit.fleet.kafka;

import io.botyard.audit.entry.KafkaAway;
import io.botyard.audit.fleet.FleetSettings;
import io.botyard.audit.fleet.Lag;
import io.botyard.audit.fleet.TopicLag;
import io.botyard.audit.fleet.WorkersInputs;
import io.botyard.contract.wire.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Kafka's own word, so it is known also while no worker runs. */
@Component
final class KafkaLag implements Lag {
    private final GroupBacklogs group;
    private final OldestRecords records;
    private final Clock clock;
    private final Duration patience;

    KafkaLag(GroupBacklogs group, OldestRecords records, Clock clock, FleetSettings settings) {
        this.group = group;
        this.records = records;
        this.clock = clock;
        this.patience = settings.patience();
    }

    @Override
    public List<TopicLag> now() {
        var until = clock.instant().plus(patience);
        var backlogs = group.now();
        var waiting = backlogs.entrySet().stream()
                .filter(backlog -> !backlog.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, backlog -> backlog.getValue().from()));
        var written = written(waiting, until);
        var now = clock.instant();
        return WorkersInputs.TOPICS.stream()
                .map(topic -> new TopicLag(topic, records(topic, backlogs), oldest(topic, waiting, written), now))
                .toList();
    }

    private Map<TopicPartition, Instant> written(Map<TopicPartition, Long> waiting, Instant until) {
        try {
            return records.at(waiting, until);
        } catch (KafkaException refused) {
            throw new KafkaAway(refused);
        }
    }

    private static long records(Topic topic, Map<TopicPartition, Backlog> backlogs) {
        return backlogs.entrySet().stream()
                .filter(backlog -> isOf(topic, backlog.getKey()))
                .mapToLong(backlog -> backlog.getValue().records())
                .sum();
    }

    /** Not when one of them has not been seen: it may be older. */
    private static @Nullable Instant oldest(
            Topic topic, Map<TopicPartition, Long> waiting, Map<TopicPartition, Instant> written) {
        var asked = waiting.keySet().stream()
                .filter(partition -> isOf(topic, partition))
                .toList();
        return written.keySet().containsAll(asked)
                ? asked.stream().map(written::get).min(Instant::compareTo).orElse(null)
                : null;
    }

    private static boolean isOf(Topic topic, TopicPartition partition) {
        return partition.topic().equals(topic.topicName());
    }
}
