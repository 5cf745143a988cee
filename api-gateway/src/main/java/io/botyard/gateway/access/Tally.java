package io.botyard.gateway.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many of one kind were denied since the last record of them. */
final class Tally {

    private Instant begun;
    private long count;
    private @Nullable Denial newest;

    Tally(Instant begun) {
        this.begun = begun;
    }

    void more(Denial denial) {
        newest = denial;
        count++;
    }

    Instant begun() {
        return begun;
    }

    long count() {
        return count;
    }

    /** None when there was none. */
    @Nullable
    Denial newest() {
        return newest;
    }

    void beginAgain(Instant now) {
        begun = now;
        count = 0;
        newest = null;
    }
}
