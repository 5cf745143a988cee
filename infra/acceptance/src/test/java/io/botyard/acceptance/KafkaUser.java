package io.botyard.acceptance;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/** Somebody who tries things with Kafka's own clients; each attempt says what came of it, {@code null} if it worked. */
final class KafkaUser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConnection kafka;
    private final String principal;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    private KafkaUser(KafkaConnection kafka, String principal) {
        this.kafka = kafka;
        this.principal = principal;
        this.admin = Admin.create(kafka.admin());
        this.producer = new KafkaProducer<>(kafka.producer());
    }

    static KafkaUser of(KafkaConnection kafka, String principal) {
        return new KafkaUser(kafka, principal);
    }

    /** All that Botyard has. */
    static List<String> topics() {
        return Stream.of(Topic.values())
                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
                .toList();
    }

    @Nullable
    Throwable write(String topic) {
        return tried(() ->
                producer.send(new ProducerRecord<>(topic, "1", new byte[0])).get());
    }

    @Nullable
    Throwable read(String topic) {
        return tried(() -> {
            try (var consumer = new KafkaConsumer<String, byte[]>(kafka.consumer())) {
                var partitions = consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                if (consumer.poll(PATIENCE).isEmpty()) {
                    throw new IllegalStateException("there is nothing in " + topic);
                }
                return topic;
            }
        });
    }

    @Nullable
    Throwable commit(String group, String topic) {
        return tried(() -> {
            var settings = new HashMap<>(kafka.consumer());
            settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
            try (var consumer = new KafkaConsumer<String, byte[]>(settings)) {
                consumer.commitSync(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)));
                return group;
            }
        });
    }

    @Nullable
    Throwable watch(String group) {
        return tried(() -> admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
    }

    @Nullable
    Throwable make(String topic) {
        return tried(() -> admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                .all()
                .get());
    }

    @Nullable
    Throwable delete(String topic) {
        return tried(() -> admin.deleteTopics(List.of(topic)).all().get());
    }

    @Nullable
    Throwable shorten(String topic) {
        var retention =
                new AlterConfigOp(new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, "1"), AlterConfigOp.OpType.SET);
        return tried(() -> admin.incrementalAlterConfigs(
                        Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(retention)))
                .all()
                .get());
    }

    @Nullable
    Throwable allowItselfEverything() {
        var everything = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
                new AccessControlEntry(principal, "*", AclOperation.ALL, AclPermissionType.ALLOW));
        return tried(() -> admin.createAcls(List.of(everything)).all().get());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
    }

    private static @Nullable Throwable tried(Callable<?> attempt) {
        try {
            var _ = attempt.call();
            return null;
        } catch (ExecutionException failure) {
            return failure.getCause();
        } catch (Exception failure) {
            return failure;
        }
    }
}
