package io.botyard.worker.intake;

import io.botyard.contract.CommandId;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallParked;
import io.botyard.contract.event.EventHead;
import io.botyard.tracing.Tracing;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.ParkedCall;
import io.botyard.worker.store.ParkedCalls;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets calls aside in Postgres and says so. */
final class Parking {

    private final ParkedCalls rows;
    private final KafkaCallJournal journal;
    private final Clock clock;
    private final Tracing tracing;

    Parking(ParkedCalls rows, KafkaCallJournal journal, Clock clock, Tracing tracing) {
        this.tracing = tracing;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** Returns which of them had not been set aside before; the others are as they were. */
    Set<CommandId> keep(Lease lease, Collection<ParkedCall> calls) {
        var added = rows.add(lease, calls);
        calls.stream()
                .filter(parked -> added.contains(parked.call().commandId()))
                .forEach(this::mention);
        return added;
    }

    /** Of what this thread works for, to go on with it when the call does. */
    @Nullable
    String traceparent() {
        return tracing.current().traceparent();
    }

    /** Calls of many requests are set aside together. */
    private void mention(ParkedCall parked) {
        try (var _ = tracing.follow(parked.traceparent())) {
            journal.mention(saying(parked));
        }
    }

    private CallParked saying(ParkedCall parked) {
        var call = parked.call();
        return new CallParked(
                EventHead.of(call, CallParked.KIND, 0, clock.instant()),
                new CallHead(call.id(), call.method(), call.chatId(), parked.attempts()),
                parked.notBefore());
    }
}
