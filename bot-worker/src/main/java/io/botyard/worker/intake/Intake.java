package io.botyard.worker.intake;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.worker.fleet.Fleet;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one loop that reads the input topics. It never waits for a database, for Telegram or for a lane. */
final class Intake implements Runnable, ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration WHILE_HELD = Duration.ofMillis(5);

    private final Consumer<String, byte[]> consumer;
    private final Ownerships ownerships;
    private final Handback handback;
    private final Desk desk;
    private final Fleet fleet;
    private final IntakeSettings settings;
    private final Ticker ticker;
    private final Pulse pulse;
    private final Commits commits;
    private final Map<Topic, Brake> brakes = new EnumMap<>(Topic.class);
    private final Set<TopicPartition> assigned = new HashSet<>();
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
        this.commits = new Commits(consumer, ticker, settings.commitEvery());
        Inputs.TOPICS.forEach(topic -> brakes.put(topic, new Brake(consumer, settings.maxInFlight())));
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(Inputs.TOPICS.stream().map(Topic::topicName).toList(), this);
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
            var whole = Inputs.whole(assigned);
            ownerships.lost().forEach(this::forget);
            ownerships.arrived(whole, this::leave).forEach(this::begin);
            ownerships.seek(whole, ticker.read());
            brakes.forEach((topic, brake) -> brake.adjust(ownerships.open(topic)));
            commits.nowAndThen(ownerships.all());
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

    private void begin(Ownerships.Taken taken) {
        var lease = taken.owned().lease();
        try {
            taken.handover().offsets().forEach(consumer::seek);
            consumer.resume(Inputs.of(lease.partition()));
        } catch (KafkaException failure) {
            LOG.atWarn()
                    .addKeyValue("partition", lease.partition())
                    .addKeyValue("reason", failure.getClass().getSimpleName())
                    .log("partition not begun, to be taken over again");
            lease.end();
        }
    }

    private void forget(int partition) {
        var inputs = Inputs.of(partition);
        inputs.retainAll(assigned);
        consumer.pause(inputs);
        leave(partition);
    }

    /** Also before it is begun: what a late call of an earlier time here may have loaded is not what the last owner left. */
    private void leave(int partition) {
        var partitions = new UserPartitions(handback.partitions());
        fleet.leave(user -> partitions.of(user) == partition);
    }

    private void giveBack(Collection<OwnedPartition> partitions) {
        handback.drain(partitions, settings.drain());
        partitions.forEach(owned -> {
            commits.last(owned.committable());
            ownerships.remove(owned);
            handback.release(owned);
            forget(owned.lease().partition());
        });
    }

    private List<OwnedPartition> ownedAmong(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .map(TopicPartition::partition)
                .distinct()
                .flatMap(partition -> ownerships.of(partition).stream())
                .toList();
    }
}
