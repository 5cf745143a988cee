package io.botyard.audit.trail;

import org.springframework.stereotype.Component;

/** Whether the topics are being read, for those who ask from other threads. */
@Component
final class IngestionState {
    private volatile boolean reading;

    boolean reading() {
        return reading;
    }

    void reading(boolean now) {
        reading = now;
    }
}
