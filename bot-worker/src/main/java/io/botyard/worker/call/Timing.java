package io.botyard.worker.call;

import io.botyard.ratelimit.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** When one call may go on, and when its time is over. */
final class Timing {

    /** So little is lost between a moment and its call when nothing is in the way. */
    private static final Duration LATE = Duration.ofMillis(250);

    private record Token(Rate rate, Instant due) {

        /** Half a token early is what others may have to bear of one that is late, where that is longer. */
        private Instant missed() {
            var half = Duration.ofNanos(rate.interval().toNanos() / 2);
            return due.plus(half.compareTo(LATE) > 0 ? half : LATE);
        }
    }

    private final Clock clock;
    private final Instant expiresAt;
    private Instant notBefore = Instant.MIN;
    private @Nullable Token token;
    private @Nullable Instant paced;

    Timing(Clock clock, Instant expiresAt) {
        this.clock = clock;
        this.expiresAt = expiresAt;
    }

    boolean overIn(Duration wait) {
        return in(wait).isAfter(expiresAt);
    }

    /** How long it is worth making. */
    Duration left() {
        return until(expiresAt);
    }

    void notBefore(Duration wait) {
        notBefore = in(wait);
    }

    /** How long it has to wait before it may look at anything else. */
    Duration untilAllowed() {
        return until(notBefore);
    }

    /** How long until its rate lets it; whoever asks again at the same rate keeps the token they have. */
    Duration untilDue(Rate rate, Supplier<Duration> reserve) {
        var held = token;
        if (held == null || !held.rate().equals(rate)) {
            held = new Token(rate, in(reserve.get()));
            token = held;
        }
        return until(held.due());
    }

    /** How long until its chat's turn has come; whoever asks again keeps the turn they have. */
    Duration untilPaced(Supplier<Duration> reserve) {
        if (paced == null) {
            paced = in(reserve.get());
        }
        return until(paced);
    }

    /** The turn in its chat is used, or given back. */
    void leavePace() {
        paced = null;
    }

    /** Whether the moment of the token was missed: it is dropped then, since all who missed theirs would go at once. */
    boolean late() {
        var missed = token != null && token.missed().isBefore(clock.instant());
        if (missed) {
            dropToken();
        }
        return missed;
    }

    /** The token is used, or its moment has passed. */
    void dropToken() {
        token = null;
    }

    /** From when the wait is known: to learn it may have taken a while. */
    private Instant in(Duration wait) {
        return clock.instant().plus(wait);
    }

    private Duration until(Instant due) {
        var now = clock.instant();
        return due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
    }
}
