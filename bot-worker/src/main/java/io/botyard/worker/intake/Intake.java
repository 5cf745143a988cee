package io.botyard.worker.intake;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.worker.fleet.Fleet;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one loop that reads the input topics. It never waits for a database, for Telegram or for a lane. */
final class Intake implements Runnable, ConsumerRebalanceListener {

    static final List<Topic> INPUTS = List.of(Topic.BOT_COMMANDS, Topic.BOT_CALLS);

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration WHILE_HELD = Duration.ofMillis(5);
    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final Ownerships ownerships;
    private final Handback handback;
    private final Desk desk;
    private final Fleet fleet;
    private final IntakeSettings settings;
    private final Ticker ticker;
    private final Pulse pulse;
    private final Map<Topic, Brake> brakes = new EnumMap<>(Topic.class);
    private final Set<TopicPartition> assigned = new HashSet<>();
    private long lastCommit;
    private volatile boolean stopping;

    Intake(
            Consumer<String, byte[]> consumer,
            Ownerships ownerships,
            Handback handback,
            Desk desk,
            Fleet fleet,
            IntakeSettings settings,
            Ticker ticker,
            Pulse pulse) {
        this.consumer = consumer;
        this.ownerships = ownerships;
        this.handback = handback;
        this.desk = desk;
        this.fleet = fleet;
        this.settings = settings;
        this.ticker = ticker;
        this.pulse = pulse;
        INPUTS.forEach(topic -> brakes.put(topic, new Brake(consumer, settings.maxInFlight())));
    }

    static Topic inputNamed(String name) {
        return INPUTS.stream()
                .filter(topic -> topic.topicName().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(name + " is not an input"));
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(INPUTS.stream().map(Topic::topicName).toList(), this);
            while (!stopping) {
                turn();
            }
            giveBack(ownerships.all());
        } finally {
            ownerships.close();
        }
    }

    /** Ends the loop, which hands its partitions back first. */
    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    private void turn() {
        try {
            for (var record : poll(consumer, brakes.values().stream().anyMatch(Brake::holds))) {
                ownerships.of(record.partition()).ifPresent(owned -> desk.take(owned, record));
            }
            var whole = wholePartitions();
            ownerships.lost().forEach(this::forget);
            ownerships.arrived(whole).forEach(this::begin);
            ownerships.seek(whole, ticker.read());
            brakes.forEach((topic, brake) -> brake.adjust(ownerships.open(topic)));
            commitNowAndThen();
            pulse.beat(whole, ownerships.all());
        } catch (WakeupException stop) {
            // Only stop() wakes the loop.
        } catch (KafkaException failure) {
            LOG.atWarn()
                    .addKeyValue("reason", failure.getClass().getSimpleName())
                    .log("polling failed, trying again");
        }
    }

    /**
     * Waits a moment for records.
     *
     * @param held whether some are held back: they lie ready in the client, which then does not wait but looks again and
     *     again, on a whole core
     */
    static ConsumerRecords<String, byte[]> poll(Consumer<String, byte[]> consumer, boolean held) {
        if (!held) {
            return consumer.poll(POLL);
        }
        var records = consumer.poll(Duration.ZERO);
        if (records.isEmpty()) {
            LockSupport.parkNanos(WHILE_HELD.toNanos());
        }
        return records;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        assigned.addAll(partitions);
        consumer.pause(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        giveBack(ownedAmong(partitions));
        partitions.forEach(assigned::remove);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        ownedAmong(partitions).forEach(owned -> {
            owned.lease().end();
            ownerships.remove(owned);
            forget(owned.lease().partition());
        });
        partitions.forEach(assigned::remove);
    }

    /** A partition number is whole when it is assigned in every input topic. */
    private Set<Integer> wholePartitions() {
        return assigned.stream()
                .collect(Collectors.groupingBy(TopicPartition::partition, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(count -> count.getValue() == INPUTS.size())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void begin(Ownerships.Taken taken) {
        // What a late call of an earlier time here may have loaded is not what the last owner left.
        leave(taken.owned().lease().partition());
        taken.handover().offsets().forEach(consumer::seek);
        consumer.resume(inputs(taken.owned().lease().partition()));
    }

    private void forget(int partition) {
        var inputs = inputs(partition);
        inputs.retainAll(assigned);
        consumer.pause(inputs);
        leave(partition);
    }

    private void leave(int partition) {
        var partitions = new UserPartitions(handback.partitions());
        fleet.leave(user -> partitions.of(user) == partition);
    }

    private void giveBack(Collection<OwnedPartition> partitions) {
        handback.drain(partitions, settings.drain());
        partitions.forEach(owned -> {
            commit(owned.committable());
            ownerships.remove(owned);
            handback.release(owned);
            forget(owned.lease().partition());
        });
    }

    private void commitNowAndThen() {
        var now = ticker.read();
        if (now - lastCommit < settings.commitEvery().toNanos()) {
            return;
        }
        lastCommit = now;
        var commits = new HashMap<TopicPartition, OffsetAndMetadata>();
        ownerships.all().forEach(owned -> commits.putAll(owned.committable()));
        if (!commits.isEmpty()) {
            consumer.commitAsync(commits, null);
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> commits) {
        if (commits.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(commits, COMMIT_PATIENCE);
        } catch (KafkaException refused) {
            // What is not committed is read again and recognised.
            LOG.atWarn()
                    .addKeyValue("reason", refused.getClass().getSimpleName())
                    .log("offsets not committed at hand-over");
        }
    }

    private List<OwnedPartition> ownedAmong(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .map(TopicPartition::partition)
                .distinct()
                .flatMap(partition -> ownerships.of(partition).stream())
                .toList();
    }

    private static Set<TopicPartition> inputs(int partition) {
        return INPUTS.stream()
                .map(topic -> new TopicPartition(topic.topicName(), partition))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
