package io.botyard.audit.trail.seal;

/** Another instance has signed for a partition: what this one wants to sign is not its to sign. */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken(int partition) {
        super("another instance signs for partition " + partition);
    }
}
