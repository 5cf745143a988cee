package io.botyard.worker.store;

/** One running worker. New at each start, so a restarted one does not mistake an old lease for its own. */
public record WorkerId(String value) {}
