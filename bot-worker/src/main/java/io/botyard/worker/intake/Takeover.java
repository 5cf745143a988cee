package io.botyard.worker.intake;

import io.botyard.contract.wire.MessageCodec;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.Outbox;
import io.botyard.worker.store.Ownership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Takes partitions over: the lease first, then what the last owner left to tell, what it may have begun, and what waits.
 * For one thread.
 */
final class Takeover {

    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

    /** After a partition was given up; somebody has to mend something there. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final Ownership ownership;
    private final Outbox outbox;
    private final KafkaCallJournal journal;
    private final LeaseKeeper keeper;
    private final KafkaSettings kafka;
    private final IntakeSettings settings;
    private final MessageCodec codec;
    private final DeadLetterOffice deadLetters;
    private final Waiting waiting;
    private final Clock clock;
    private final Map<Integer, Instant> resting = new HashMap<>();
    private @Nullable JournalReader reader;

    Takeover(
            Ownership ownership,
            Outbox outbox,
            KafkaCallJournal journal,
            LeaseKeeper keeper,
            KafkaSettings kafka,
            IntakeSettings settings,
            MessageCodec codec,
            DeadLetterOffice deadLetters,
            Waiting waiting,
            Clock clock) {
        this.ownership = ownership;
        this.outbox = outbox;
        this.journal = journal;
        this.keeper = keeper;
        this.kafka = kafka;
        this.settings = settings;
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * Tries each partition once. Those whose lease another worker still holds are left for the next time, and so is one
     * of which something is in the way of its takeover alone.
     */
    void of(Collection<Integer> partitions, BiConsumer<OwnedPartition, Handover> taken) {
        var leases = new HashMap<Integer, Lease>();
        try {
            var reading = reader();
            for (var partition : ready(partitions)) {
                ownership.take(partition).ifPresent(lease -> {
                    keeper.keep(lease);
                    leases.put(partition, lease);
                });
            }
            leases.values().removeIf(lease -> !isToldWhatIsLeft(lease));
            reading.read(List.copyOf(leases.keySet()), (partition, handover) -> {
                Optional.ofNullable(leases.get(partition)).ifPresent(lease -> complete(lease, handover, taken));
                leases.remove(partition);
            });
        } catch (RuntimeException failure) {
            leases.values().forEach(this::giveUp);
            close();
            throw failure;
        }
    }

    /** After the last takeover. */
    void close() {
        var last = reader;
        reader = null;
        if (last != null) {
            last.close();
        }
    }

    /** Kept from one takeover to the next: a new one has to find its broker first, while the bots stand still. */
    private JournalReader reader() {
        if (reader == null) {
            reader = new JournalReader(kafka.connection(), settings.group(), codec, clock, deadLetters::setAside);
        }
        return reader;
    }

    /** Gives up a partition that holds what this worker cannot read, such as an event of a later release. */
    private boolean isToldWhatIsLeft(Lease lease) {
        try {
            outbox.unpublished(lease.partition()).forEach(entry -> journal.tell(lease, entry));
            return true;
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException unreadable) {
            LOG.atError()
                    .addKeyValue("partition", lease.partition())
                    .addKeyValue("reason", unreadable.getMessage())
                    .log("partition not taken over");
            giveUp(lease);
            resting.put(lease.partition(), clock.instant().plus(REST));
            return false;
        }
    }

    private List<Integer> ready(Collection<Integer> partitions) {
        var now = clock.instant();
        resting.values().removeIf(now::isAfter);
        return partitions.stream()
                .filter(partition -> !resting.containsKey(partition))
                .toList();
    }

    private void giveUp(Lease lease) {
        lease.end();
        keeper.release(lease);
    }

    private void complete(Lease lease, Handover handover, BiConsumer<OwnedPartition, Handover> taken) {
        journal.reached(lease.partition(), handover.ends());
        LOG.atInfo()
                .addKeyValue("partition", lease.partition())
                .addKeyValue("epoch", lease.epoch())
                .log("partition taken over");
        taken.accept(waiting.over(lease, handover), handover);
    }
}
