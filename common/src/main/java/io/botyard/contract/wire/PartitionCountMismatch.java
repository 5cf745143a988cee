package io.botyard.contract.wire;

import io.botyard.start.StartRefused;

/** A topic's partition count is not the deployment's: users would be looked for in the wrong place. */
public final class PartitionCountMismatch extends StartRefused {

    private static final long serialVersionUID = 1L;

    public PartitionCountMismatch(String topic, int found, int expected) {
        super("Topic " + topic + " has " + found + " partitions, but this deployment was made with " + expected
                + ". Changing the count is a stop, a drain and a migration: set BOTYARD_PARTITIONS back to " + found
                + ", or follow docs/operations.md.");
    }
}
