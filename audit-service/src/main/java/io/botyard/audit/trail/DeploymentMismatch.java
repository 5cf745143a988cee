package io.botyard.audit.trail;

import io.botyard.start.StartRefused;

/** The setting is not what this deployment was made with; the message is the operator's sentence. */
final class DeploymentMismatch extends StartRefused {
    private static final long serialVersionUID = 1L;

    DeploymentMismatch(int made, int set) {
        super("This deployment was made with " + made + " partitions, but BOTYARD_PARTITIONS is " + set
                + ". Set it back to " + made + ", or follow docs/operations.md to change the count.");
    }
}
