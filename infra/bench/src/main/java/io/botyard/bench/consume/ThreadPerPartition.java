package io.botyard.bench.consume;

import io.botyard.contract.wire.KafkaConnection;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What a listener container comes to: a consumer and a thread for each partition. */
final class ThreadPerPartition implements Way {

    @Override
    public AutoCloseable begin(KafkaConnection kafka, String group, Workload workload) {
        var all = new ArrayList<AutoCloseable>();
        for (var partition = 0; partition < OrderedTopic.PARTITIONS; partition++) {
            var consumer = new KafkaConsumer<String, byte[]>(PollingThread.settings(kafka, group));
            var own = new TopicPartition(workload.topic(), partition);
            consumer.assign(List.of(own));
            consumer.seekToBeginning(List.of(own));
            all.add(PollingThread.start(consumer, new RawLoop.Turn(workload)::on));
        }
        return () -> {
            for (var one : all) {
                one.close();
            }
        };
    }
}
