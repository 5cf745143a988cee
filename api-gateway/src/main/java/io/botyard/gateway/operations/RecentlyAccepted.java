package io.botyard.gateway.operations;

import io.botyard.contract.CommandId;

/** What all gateways accepted in the last 15 minutes, so that none denies what another has just promised. */
public interface RecentlyAccepted {

    /** Begins to note it. */
    Noting note(CommandId id, Accepted accepted);

    /** An id on its way to the other gateways. */
    interface Noting {

        /** Waits at most 100 ms; what cannot be noted in that time is let go. */
        void await();
    }

    Recollection of(CommandId id);

    /** What can be said of an id. */
    sealed interface Recollection {

        record Known(Accepted accepted) implements Recollection {}

        record Nothing() implements Recollection {}

        /** The gateways cannot compare notes at the moment. */
        record Unsure() implements Recollection {}
    }
}
