package io.botyard.worker.store;

/** The same secrets, sealed anew. */
public record Resealed(SealedBot before, SealedBot after) {}
