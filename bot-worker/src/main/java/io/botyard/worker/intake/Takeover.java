package io.botyard.worker.intake;

import io.botyard.contract.wire.MessageCodec;
import io.botyard.worker.intake.JournalReader.Handover;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.Outbox;
import io.botyard.worker.store.Ownership;
import java.time.Clock;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes partitions over: the lease first, then what the last owner left to tell, then what it may have begun. */
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
            Clock clock) {
        this.ownership = ownership;
        this.outbox = outbox;
        this.journal = journal;
        this.keeper = keeper;
        this.kafka = kafka;
        this.settings = settings;
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /** Tries each partition once; those whose lease another worker still holds are left for the next time. */
    void of(Collection<Integer> partitions, BiConsumer<OwnedPartition, Handover> taken) {
        try (var reader =
                new JournalReader(kafka.connection(), settings.group(), codec, clock, deadLetters::setAside)) {
            for (var partition : partitions) {
                ownership.take(partition).ifPresent(lease -> complete(lease, reader, taken));
            }
        }
    }

    private void complete(Lease lease, JournalReader reader, BiConsumer<OwnedPartition, Handover> taken) {
        keeper.keep(lease);
        try {
            outbox.unpublished(lease.partition()).forEach(entry -> journal.tell(lease, entry));
            var handover = reader.read(lease.partition());
            journal.reached(lease.partition(), handover.ends());
            LOG.atInfo()
                    .addKeyValue("partition", lease.partition())
                    .addKeyValue("epoch", lease.epoch())
                    .log("partition taken over");
            taken.accept(new OwnedPartition(lease, handover.knowledge(), handover.past(), journal), handover);
        } catch (RuntimeException failure) {
            lease.end();
            ownership.release(lease);
            throw failure;
        }
    }
}
