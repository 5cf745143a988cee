package io.botyard.worker.intake;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.worker.call.Keeping;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Of a call that came with its record: intents and outcomes go to Kafka. */
final class RecordKeeping implements Keeping {

    private final CallMethod call;
    private final long position;
    private final OwnedPartition owned;
    private final KafkaCallJournal journal;
    private final Parking parking;
    private final Clock clock;

    RecordKeeping(
            CallMethod call,
            long position,
            OwnedPartition owned,
            KafkaCallJournal journal,
            Parking parking,
            Clock clock) {
        this.call = call;
        this.position = position;
        this.owned = owned;
        this.journal = journal;
        this.parking = parking;
        this.clock = clock;
    }

    @Override
    public boolean intend(Instant until) {
        return journal.intend(owned.lease(), new CallIntent(call.commandId(), call.userId(), clock.instant(), until));
    }

    @Override
    public boolean conclude(CallOutcome outcome) {
        return journal.conclude(owned.lease(), outcome, call.origin().replyTo());
    }

    /** From here on it stands before what came later, wherever that waits. */
    @Override
    public boolean setAside(Progress progress) {
        var _ = parking.keep(owned.lease(), List.of(progress.of(call, position, parking.traceparent())));
        owned.backlog().park(call, position);
        return true;
    }
}
