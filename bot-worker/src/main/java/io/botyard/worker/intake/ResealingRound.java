package io.botyard.worker.intake;

import io.botyard.contract.UserId;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.worker.control.Reading;
import io.botyard.worker.control.Resealing;
import io.botyard.worker.control.Retirement;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.OutboxEntry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees once a second whether something is to be sealed anew in the partitions that this worker owns, and whether keys can be
 * retired.
 */
final class ResealingRound implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(ResealingRound.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

    private final Resealing resealing;
    private final Retirement retirement;
    private final Reading reading;
    private final LeaseKeeper keeper;
    private final KafkaCallJournal journal;
    private final UserPartitions partitions;

    ResealingRound(
            Resealing resealing,
            Retirement retirement,
            Reading reading,
            LeaseKeeper keeper,
            KafkaCallJournal journal,
            UserPartitions partitions) {
        this.resealing = resealing;
        this.retirement = retirement;
        this.reading = reading;
        this.keeper = keeper;
        this.journal = journal;
        this.partitions = partitions;
    }

    @Override
    public Duration go() {
        var held = keeper.held();
        if (held.isEmpty()) {
            return BETWEEN_ROUNDS;
        }
        var step = resealing.step(held, partitions);
        var platform = held.get(partitions.of(UserId.PLATFORM));
        if (platform != null) {
            step.told().ifPresent(told -> tell(platform, told));
            retirement.step(platform, reading).ifPresent(told -> tell(platform, told));
        }
        return step.more() ? Duration.ZERO : BETWEEN_ROUNDS;
    }

    /** When the lease ends before, the next owner finds it in the outbox. */
    private void tell(Lease platform, OutboxEntry told) {
        if (journal.tell(platform, told)) {
            LOG.atInfo()
                    .addKeyValue("event", told.event().kind())
                    .addKeyValue("command_id", told.event().head().commandId())
                    .log("keys changed");
        }
    }
}
