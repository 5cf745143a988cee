package io.botyard.audit.trail;

/** Another instance has moved a position: what this one read is not its to keep. */
final class Replaced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Replaced(String topic, int partition) {
        super("position of " + topic + "-" + partition + " was moved by another instance");
    }
}
