package io.botyard.worker.intake;

import io.botyard.contract.wire.MessageCodec;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.Outbox;
import io.botyard.worker.store.Ownership;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes partitions over: the lease first, then what the last owner left to tell, what it may have begun, and what waits.
 */
final class Takeover {

    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

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

    /** Tries each partition once; those whose lease another worker still holds are left for the next time. */
    void of(Collection<Integer> partitions, BiConsumer<OwnedPartition, Handover> taken) {
        var leases = new HashMap<Integer, Lease>();
        try (var reader =
                new JournalReader(kafka.connection(), settings.group(), codec, clock, deadLetters::setAside)) {
            for (var partition : partitions) {
                ownership.take(partition).ifPresent(lease -> {
                    keeper.keep(lease);
                    leases.put(partition, lease);
                });
            }
            leases.values().forEach(this::tellWhatIsLeft);
            reader.read(List.copyOf(leases.keySet()), (partition, handover) -> {
                Optional.ofNullable(leases.get(partition)).ifPresent(lease -> complete(lease, handover, taken));
                leases.remove(partition);
            });
        } catch (RuntimeException failure) {
            leases.values().forEach(Lease::end);
            leases.values().forEach(keeper::release);
            throw failure;
        }
    }

    private void tellWhatIsLeft(Lease lease) {
        outbox.unpublished(lease.partition()).forEach(entry -> journal.tell(lease, entry));
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
