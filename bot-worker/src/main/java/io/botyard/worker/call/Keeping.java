package io.botyard.worker.call;

import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallOutcome;
import io.botyard.worker.store.ParkedCall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where it is kept how far one call is. Each returns whether that is kept; not when the lease ended before. */
public interface Keeping {

    /** Before Telegram is asked. */
    boolean intend(Instant until);

    /** How it ended: nothing follows. */
    boolean conclude(CallOutcome outcome);

    /** It waits, and goes on from there when its time comes. */
    boolean setAside(Progress progress);

    /** How far a call is when it is set aside. */
    record Progress(int attempts, int throttled, boolean mayBeDone, Instant notBefore) {

        /** As a row says it. */
        public ParkedCall of(CallMethod call, long position, @Nullable String traceparent) {
            return new ParkedCall(call, position, attempts, throttled, mayBeDone, notBefore, null, traceparent);
        }
    }
}
