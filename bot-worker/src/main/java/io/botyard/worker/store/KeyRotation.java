package io.botyard.worker.store;

/**
 * A rotation.
 *
 * @param version of the key it brings
 */
public record KeyRotation(int version, boolean running) {}
