package io.botyard.worker.call;

import io.botyard.contract.GatewayId;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.OutboxEntry;
import org.jspecify.annotations.Nullable;

/** Where it is written what is about to be done and how it ended. Each returns when it is kept, or when the lease ends. */
public interface CallJournal {

    /** Whether the intent is kept: only then may the call be made. */
    boolean intend(Lease lease, CallIntent intent);

    /** Whether the outcome is kept: only then is the call finished. */
    boolean conclude(Lease lease, CallOutcome outcome, @Nullable GatewayId replyTo);

    /** Whether a committed event is told. */
    boolean tell(Lease lease, OutboxEntry entry);
}
