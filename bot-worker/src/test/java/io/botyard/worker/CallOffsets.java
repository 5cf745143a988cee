package io.botyard.worker;

import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.Topic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the workers are with the calls there are. */
record CallOffsets(KafkaConnection kafka, int partitions) {

    /** Whether no worker reads one of them again. */
    boolean areCommitted() {
        try (var admin = Admin.create(kafka.admin())) {
            var committed = admin.listConsumerGroupOffsets("bot-worker")
                    .partitionsToOffsetAndMetadata()
                    .get();
            return topicEnds(admin).entrySet().stream().allMatch(end -> {
                var at = committed.get(end.getKey());
                return end.getValue().offset() == (at == null ? 0 : at.offset());
            });
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Map<TopicPartition, ListOffsetsResultInfo> topicEnds(Admin admin)
            throws InterruptedException, ExecutionException {
        var calls = IntStream.range(0, partitions)
                .mapToObj(number -> new TopicPartition(Topic.BOT_CALLS.topicName(), number))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(calls).all().get();
    }
}
