package io.botyard.bench.consume;

import io.botyard.contract.wire.KafkaConnection;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** One thread that handles what it polls: without work, nobody can be faster who handles each record. */
final class RawLoop implements Way {

    @Override
    public AutoCloseable begin(KafkaConnection kafka, String group, Workload workload) {
        var consumer = new KafkaConsumer<String, byte[]>(PollingThread.settings(kafka, group));
        consumer.subscribe(List.of(workload.topic()));
        return PollingThread.start(consumer, new Turn(workload)::on);
    }

    /** Handles what one poll brings, and commits as often as a worker does. */
    static final class Turn {

        private static final Duration POLL = Duration.ofMillis(50);
        private static final Duration COMMIT_EVERY = Duration.ofMillis(500);

        private final Workload workload;
        private long lastCommit;

        Turn(Workload workload) {
            this.workload = workload;
        }

        void on(KafkaConsumer<String, byte[]> consumer) {
            consumer.poll(POLL).forEach(workload::handle);
            var now = System.nanoTime();
            if (now - lastCommit > COMMIT_EVERY.toNanos()) {
                lastCommit = now;
                consumer.commitAsync();
            }
        }
    }
}
