package io.botyard.worker.intake;

import io.botyard.contract.CommandId;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallParked;
import io.botyard.contract.event.EventHead;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.ParkedCall;
import io.botyard.worker.store.ParkedCalls;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;

/** Sets calls aside in Postgres and says so. */
final class Parking {

    private final ParkedCalls rows;
    private final KafkaCallJournal journal;
    private final Clock clock;

    Parking(ParkedCalls rows, KafkaCallJournal journal, Clock clock) {
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** Returns which of them had not been set aside before; the others are as they were. */
    Set<CommandId> keep(Lease lease, Collection<ParkedCall> calls) {
        var added = rows.add(lease, calls);
        calls.stream()
                .filter(parked -> added.contains(parked.call().commandId()))
                .forEach(parked -> journal.mention(saying(parked)));
        return added;
    }

    private CallParked saying(ParkedCall parked) {
        var call = parked.call();
        return new CallParked(
                EventHead.of(call, CallParked.KIND, 0, clock.instant()),
                new CallHead(call.id(), call.method(), call.chatId(), parked.attempts()),
                parked.notBefore());
    }
}
