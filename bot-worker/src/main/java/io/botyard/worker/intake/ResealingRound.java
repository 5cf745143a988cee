package io.botyard.worker.intake;

import io.botyard.contract.UserId;
import io.botyard.contract.wire.UserPartitions;
import io.botyard.worker.control.Resealing;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.OutboxEntry;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees once a second whether something is to be sealed anew in the partitions that this worker owns. */
final class ResealingRound implements Round {

    private static final Logger LOG = LoggerFactory.getLogger(ResealingRound.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

    private final Resealing resealing;
    private final LeaseKeeper keeper;
    private final KafkaCallJournal journal;
    private final UserPartitions partitions;

    ResealingRound(Resealing resealing, LeaseKeeper keeper, KafkaCallJournal journal, UserPartitions partitions) {
        this.resealing = resealing;
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
        step.told().ifPresent(told -> tell(held, told));
        return step.more() ? Duration.ZERO : BETWEEN_ROUNDS;
    }

    /** When the lease ends before, the next owner finds it in the outbox. */
    private void tell(Map<Integer, Lease> held, OutboxEntry told) {
        var platform = held.get(partitions.of(UserId.PLATFORM));
        if (platform != null && journal.tell(platform, told)) {
            LOG.atInfo()
                    .addKeyValue("command_id", told.event().head().commandId())
                    .log("keys rotated");
        }
    }
}
