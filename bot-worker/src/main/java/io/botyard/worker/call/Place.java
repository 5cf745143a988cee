package io.botyard.worker.call;

/** Where a call waits. */
public enum Place {
    IN_MEMORY,
    PARKED,
    /** As many wait as may. */
    NONE
}
