package io.botyard.worker.intake;

import io.botyard.contract.wire.Topic;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** The topics whose partitions of one number have one owner. */
final class Inputs {

    static final List<Topic> TOPICS = List.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS);

    private Inputs() {}

    static Topic named(String name) {
        return TOPICS.stream()
                .filter(topic -> topic.topicName().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(name + " is not an input"));
    }

    static Set<TopicPartition> of(int partition) {
        return TOPICS.stream()
                .map(topic -> new TopicPartition(topic.topicName(), partition))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The numbers that are there of every topic. */
    static Set<Integer> whole(Collection<TopicPartition> assigned) {
        return assigned.stream()
                .collect(Collectors.groupingBy(TopicPartition::partition, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(count -> count.getValue() == TOPICS.size())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
