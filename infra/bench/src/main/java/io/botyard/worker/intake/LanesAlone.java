package io.botyard.worker.intake;

import io.botyard.bench.consume.PollingThread;
import io.botyard.bench.consume.Way;
import io.botyard.bench.consume.Workload;
import io.botyard.contract.wire.KafkaConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The worker's lanes and ledgers without leases, intents and calls, in a loop with the settings of its intake. */
public final class LanesAlone implements Way {

    private static final int MOST_OPEN = 10_000;
    private static final Duration COMMIT_EVERY = Duration.ofMillis(500);

    @Override
    public AutoCloseable begin(KafkaConnection kafka, String group, Workload workload) {
        var settings = PollingThread.settings(kafka, group);
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG, "range");
        var consumer = new KafkaConsumer<String, byte[]>(settings);
        consumer.subscribe(List.of(workload.topic()));
        var loop = new Loop(workload, consumer);
        return PollingThread.start(consumer, loop::turn);
    }

    private static final class Loop {

        private final Workload workload;
        private final Lanes<String> lanes = new Lanes<>("key");
        private final Map<TopicPartition, OffsetLedger> ledgers = new HashMap<>();
        private final Brake brake;
        private long lastCommit;

        private Loop(Workload workload, KafkaConsumer<String, byte[]> consumer) {
            this.workload = workload;
            this.brake = new Brake(consumer, MOST_OPEN);
        }

        private void turn(KafkaConsumer<String, byte[]> consumer) {
            for (var record : Intake.poll(consumer, brake.holds())) {
                var ledger = ledgers.computeIfAbsent(
                        new TopicPartition(record.topic(), record.partition()), _ -> new OffsetLedger());
                ledger.begin(record.offset(), JournalEnds.START);
                lanes.submit(record.key(), () -> {
                    workload.handle(record);
                    ledger.finish(record.offset());
                });
            }
            brake.adjust(open(consumer.assignment()));
            commitNowAndThen(consumer);
        }

        /** Of all that are assigned, as a worker counts all that it owns: who has not been read yet has a share as well. */
        private Map<TopicPartition, Integer> open(Set<TopicPartition> assigned) {
            return assigned.stream()
                    .collect(Collectors.toMap(
                            place -> place,
                            place -> Optional.ofNullable(ledgers.get(place))
                                    .map(OffsetLedger::open)
                                    .orElse(0)));
        }

        private void commitNowAndThen(KafkaConsumer<String, byte[]> consumer) {
            var now = System.nanoTime();
            if (now - lastCommit < COMMIT_EVERY.toNanos()) {
                return;
            }
            lastCommit = now;
            var commits = new HashMap<TopicPartition, OffsetAndMetadata>();
            ledgers.forEach((partition, ledger) -> ledger.committable()
                    .ifPresent(commit -> commits.put(
                            partition,
                            new OffsetAndMetadata(commit.next(), commit.ends().metadata()))));
            if (!commits.isEmpty()) {
                consumer.commitAsync(commits, null);
            }
        }
    }
}
