package io.botyard.sandbox.pace;

import java.time.Duration;

/** So many sends in a time, evenly, of which a burst may go at once after a rest. */
public record Rate(int sends, Duration per, int burst) {

    public Rate {
        if (sends < 1 || burst < 1 || per.toMillis() < 1) {
            throw new IllegalArgumentException("sends, burst and time of a rate are positive");
        }
    }
}
