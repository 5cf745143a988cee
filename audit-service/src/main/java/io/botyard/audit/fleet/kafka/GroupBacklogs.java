package io.botyard.audit.fleet.kafka;

import io.botyard.audit.entry.KafkaAway;
import io.botyard.audit.fleet.FleetSettings;
import io.botyard.audit.fleet.WorkersInputs;
import io.botyard.contract.wire.KafkaConnection;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the workers' group has committed as finished, against what lies in the topics. */
@Component
final class GroupBacklogs {
    private final KafkaConnection connection;
    private final List<TopicPartition> inputs;
    private final String group;
    private final Duration patience;
    private @Nullable Admin client;

    GroupBacklogs(KafkaConnection connection, WorkersInputs inputs, FleetSettings settings) {
        this.connection = connection;
        this.inputs = WorkersInputs.TOPICS.stream()
                .flatMap(topic -> IntStream.range(0, inputs.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
                .toList();
        this.group = settings.group();
        this.patience = settings.patience();
    }

    /**
     * Of every partition.
     *
     * @throws KafkaAway when Kafka does not say it in time
     */
    Map<TopicPartition, Backlog> now() {
        var kafka = client();
        var options = new ListConsumerGroupOffsetsOptions().timeoutMs(patienceMs());
        var asked = kafka.listConsumerGroupOffsets(group, options).partitionsToOffsetAndMetadata();
        var askedFirsts = offsets(kafka, OffsetSpec.earliest());
        var askedEnds = offsets(kafka, OffsetSpec.latest());
        var committed = got(asked);
        var firsts = got(askedFirsts);
        return got(askedEnds).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> {
            var finished = committed.get(end.getKey());
            var first = firsts.get(end.getKey());
            return Backlog.of(
                    finished == null ? 0 : finished.offset(),
                    first == null ? 0 : first.offset(),
                    end.getValue().offset());
        }));
    }

    private KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> offsets(Admin kafka, OffsetSpec which) {
        var asked = inputs.stream().collect(Collectors.toMap(Function.identity(), _ -> which));
        return kafka.listOffsets(asked, new ListOffsetsOptions().timeoutMs(patienceMs()))
                .all();
    }

    /** Only when somebody asks, which is seldom the case where nobody operates anything. */
    private synchronized Admin client() {
        var known = client;
        if (known == null) {
            known = open();
            client = known;
        }
        return known;
    }

    private Admin open() {
        try {
            return Admin.create(connection.admin());
        } catch (KafkaException unresolved) {
            throw new KafkaAway(unresolved);
        }
    }

    private int patienceMs() {
        return Math.toIntExact(patience.toMillis());
    }

    private <T> T got(KafkaFuture<T> asked) {
        try {
            return asked.get(patienceMs(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new KafkaAway(failure.getCause() == null ? failure : failure.getCause());
        } catch (TimeoutException late) {
            throw new KafkaAway(late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new KafkaAway(stop);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.close(Duration.ZERO);
        }
    }
}
