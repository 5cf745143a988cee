package io.botyard.contract.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of a cluster: made where they are missing, and refused where they are not what was agreed. */
public final class Topics {

    private static final int LOOKS = 600;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Admin admin;

    public Topics(Admin admin) {
        this.admin = admin;
    }

    /**
     * Makes what is missing with this many partitions for the topics keyed by user, and returns when every partition
     * takes records. Several services may do so at once; one that may not make topics waits a minute for another to do it.
     *
     * @throws PartitionCountMismatch when a topic keyed by user has another count already
     */
    public void ensure(int partitions) {
        create(partitions);
        var topics = described();
        topics.stream()
                .filter(topic -> byUser(topic.name()) && topic.partitions().size() != partitions)
                .findAny()
                .ifPresent(wrong -> {
                    throw new PartitionCountMismatch(
                            wrong.name(), wrong.partitions().size(), partitions);
                });
        awaitOpen(topics);
    }

    /** Puts back what keeps {@code audit.heads} for ever, where somebody, or an earlier version, set it otherwise. */
    public void keepForEver() {
        new Keeping(admin)
                .keepForEver(
                        Stream.of(Topic.values()).filter(Topic::keptForEver).toList());
    }

    private static boolean byUser(String name) {
        return Stream.of(Topic.values())
                .anyMatch(topic -> topic.byUser() && topic.topicName().equals(name));
    }

    private void create(int partitions) {
        for (var made : admin.createTopics(wanted(partitions)).values().values()) {
            try {
                made.get();
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof TopicExistsException)
                        && !(failure.getCause() instanceof TopicAuthorizationException)) {
                    throw new IllegalStateException("could not create a topic", failure.getCause());
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while creating topics", stop);
            }
        }
    }

    private Collection<TopicDescription> described() {
        var names = Stream.of(Topic.values())
                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
                .toList();
        for (var look = 1; ; look++) {
            try {
                return admin.describeTopics(names).allTopicNames().get().values();
            } catch (ExecutionException failure) {
                // A topic just made is known to its controller before every broker has heard of it.
                if (look == LOOKS || !(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw new IllegalStateException("could not read the topics", failure.getCause());
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while reading the topics", stop);
            }
        }
    }

    /**
     * A partition that was just made is known before its broker has opened it. It would turn a producer's first records
     * down, take those that come next, and then refuse the first for good, because they are out of order.
     */
    private void awaitOpen(Collection<TopicDescription> topics) {
        var ends = topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try {
            var _ = admin.listOffsets(ends).all().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("not every partition is open", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while partitions were opened", stop);
        }
    }

    private static Collection<NewTopic> wanted(int partitions) {
        var topics = new ArrayList<NewTopic>();
        for (var topic : Topic.values()) {
            topics.add(newTopic(topic.topicName(), partitions, keeping(topic)));
            topics.add(newTopic(topic.deadLetterName(), 1, retention(Topic.DEAD_LETTER_RETENTION.toMillis())));
        }
        return List.copyOf(topics);
    }

    private static NewTopic newTopic(String name, int partitions, Map<String, String> settings) {
        var configs = new HashMap<>(settings);
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaConnection.MAX_BYTES));
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configs);
    }

    private static Map<String, String> keeping(Topic topic) {
        var settings = new HashMap<>(retention(topic.retention().toMillis()));
        if (topic.compacted()) {
            settings.put(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE);
        }
        return settings;
    }

    private static Map<String, String> retention(long millis) {
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(millis));
    }
}
