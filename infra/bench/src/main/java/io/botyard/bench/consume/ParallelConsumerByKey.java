package io.botyard.bench.consume;

import io.botyard.contract.wire.KafkaConnection;
import io.confluent.parallelconsumer.ParallelConsumerOptions;
import io.confluent.parallelconsumer.ParallelConsumerOptions.CommitMode;
import io.confluent.parallelconsumer.ParallelConsumerOptions.ProcessingOrder;
import io.confluent.parallelconsumer.ParallelStreamProcessor;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Confluent's parallel consumer, in the order of the keys, with a thread for each of them. */
final class ParallelConsumerByKey implements Way {

    @Override
    public AutoCloseable begin(KafkaConnection kafka, String group, Workload workload) {
        var options = ParallelConsumerOptions.<String, byte[]>builder()
                .consumer(new KafkaConsumer<>(PollingThread.settings(kafka, group)))
                .ordering(ProcessingOrder.KEY)
                .commitMode(CommitMode.PERIODIC_CONSUMER_ASYNCHRONOUS)
                .maxConcurrency(OrderedTopic.KEYS)
                .build();
        var parallel = ParallelStreamProcessor.<String, byte[]>createEosStreamProcessor(options);
        parallel.subscribe(List.of(workload.topic()));
        parallel.poll(context -> workload.handle(context.getSingleConsumerRecord()));
        return parallel::closeDontDrainFirst;
    }
}
