package io.botyard.worker.intake;

import io.botyard.worker.control.Reading;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What all workers together have committed as finished, against what lies in the topics. */
final class GroupReading implements Reading {

    private final Admin admin;
    private final String group;
    private final List<TopicPartition> inputs;

    GroupReading(Admin admin, String group, int partitions) {
        this.admin = admin;
        this.group = group;
        this.inputs = IntStream.range(0, partitions)
                .boxed()
                .flatMap(partition -> Inputs.of(partition).stream())
                .toList();
    }

    @Override
    public Mark mark() {
        var ends = offsets(OffsetSpec.latest());
        return () -> {
            var committed = got(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            var firsts = offsets(OffsetSpec.earliest());
            return ends.entrySet().stream()
                    .allMatch(end -> Math.max(next(committed.get(end.getKey())), firsts.getOrDefault(end.getKey(), 0L))
                            >= end.getValue());
        };
    }

    /** What the topic has forgotten is read by nobody, committed or not. */
    private static long next(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) {
        var asked = inputs.stream().collect(Collectors.toMap(Function.identity(), _ -> which));
        return got(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, offset -> offsetOf(offset.getValue())));
    }

    private static long offsetOf(ListOffsetsResultInfo found) {
        return found.offset();
    }

    private static <T> T got(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException failure) {
            throw new KafkaException(failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new KafkaException(stop);
        }
    }
}
