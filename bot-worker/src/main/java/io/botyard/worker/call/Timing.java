package io.botyard.worker.call;

import io.botyard.ratelimit.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** When one call may go on, and when its time is over. */
final class Timing {

    private record Token(Rate rate, Instant due) {}

    private final Clock clock;
    private final Instant expiresAt;
    private Instant notBefore = Instant.MIN;
    private @Nullable Token token;

    Timing(Clock clock, Instant expiresAt) {
        this.clock = clock;
        this.expiresAt = expiresAt;
    }

    boolean overIn(Duration wait) {
        return clock.instant().plus(wait).isAfter(expiresAt);
    }

    /** How long it is worth making. */
    Duration left() {
        return until(expiresAt);
    }

    void notBefore(Duration wait) {
        notBefore = clock.instant().plus(wait);
    }

    /** How long it has to wait before it may look at anything else. */
    Duration untilAllowed() {
        return until(notBefore);
    }

    /** How long until its rate lets it; whoever asks again at the same rate keeps the token they have. */
    Duration untilDue(Rate rate, Supplier<Duration> reserve) {
        var held = token;
        if (held == null || !held.rate().equals(rate)) {
            held = new Token(rate, clock.instant().plus(reserve.get()));
            token = held;
        }
        return until(held.due());
    }

    /** The token is used, or its moment has passed. */
    void dropToken() {
        token = null;
    }

    private Duration until(Instant due) {
        var now = clock.instant();
        return due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
    }
}
