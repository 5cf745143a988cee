package io.botyard.worker.intake;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallOutcome;
import io.botyard.worker.call.Keeping;
import io.botyard.worker.store.CallLane;
import io.botyard.worker.store.OutboxEntry;
import io.botyard.worker.store.ParkedCall;
import io.botyard.worker.store.ParkedCalls;
import java.time.Instant;
import java.util.Optional;

/** Of a call that was set aside: its row is its intent, and goes in the transaction that keeps its outcome. */
final class RowKeeping implements Keeping {

    private final CallMethod call;
    private final long position;
    private final OwnedPartition owned;
    private final KafkaCallJournal journal;
    private final ParkedCalls rows;

    RowKeeping(ParkedCall parked, OwnedPartition owned, KafkaCallJournal journal, ParkedCalls rows) {
        this.call = parked.call();
        this.position = parked.position();
        this.owned = owned;
        this.journal = journal;
        this.rows = rows;
    }

    @Override
    public boolean intend(Instant until) {
        return rows.begin(owned.lease(), call.commandId(), until);
    }

    /** What is committed is not undone by Kafka being away: the next owner finds it in the outbox. */
    @Override
    public boolean conclude(CallOutcome outcome) {
        end(outcome).ifPresent(entry -> journal.tell(owned.lease(), entry));
        // Last, and so once, however often what comes before is tried.
        owned.backlog().ended(call, position);
        return true;
    }

    /** The same of a call that others may stand before. */
    boolean expire(CallOutcome outcome) {
        end(outcome).ifPresent(entry -> {
            journal.tell(owned.lease(), entry);
            owned.backlog().without(call);
        });
        return true;
    }

    private Optional<OutboxEntry> end(CallOutcome outcome) {
        return rows.end(owned.lease(), new OutboxEntry(outcome, call.origin().replyTo()));
    }

    @Override
    public boolean setAside(Progress progress) {
        rows.again(owned.lease(), progress.of(call, position, null));
        owned.backlog().waits(CallLane.of(call), position, progress.notBefore());
        return true;
    }
}
