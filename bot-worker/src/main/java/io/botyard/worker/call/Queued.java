package io.botyard.worker.call;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits for the turn of a bot without a thread, and until when it is worth waiting. */
final class Queued {

    private final Map<Runnable, Instant> waiting = new ConcurrentHashMap<>();

    /** @param called when its time is over */
    void add(Runnable called, Instant expiresAt) {
        waiting.put(called, expiresAt);
    }

    void remove(Runnable called) {
        waiting.remove(called);
    }

    /** Calls those whose time is over. */
    void expire(Instant now) {
        waiting.forEach((called, expiresAt) -> {
            if (!expiresAt.isAfter(now)) {
                called.run();
            }
        });
    }
}
