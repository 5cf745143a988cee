package io.botyard.worker.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.botyard.contract.UserId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A circuit breaker for each bot and one for Telegram as a whole. Time-outs and 5xx open them, a 4xx never does; an open
 * one lets one probe through when its time is over.
 */
public final class Breakers {

    /** Longer than any attempt: a breaker that is forgotten has nothing to remember. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final int ALL_TOGETHER = 10;

    private final Cache<UserId, CircuitBreaker> bots;
    private final CircuitBreaker all;
    private final CircuitBreakerConfig ofABot;
    private final Duration pause;
    private final AtomicReference<@Nullable UserId> lastHeard = new AtomicReference<>();

    public Breakers(BreakerSettings settings, Clock clock) {
        this.pause = settings.open();
        this.ofABot = config(settings, settings.window(), clock);
        this.all = CircuitBreaker.of("telegram", config(settings, settings.window() * ALL_TOGETHER, clock));
        this.bots = Caffeine.newBuilder().expireAfterAccess(REMEMBERED).build();
    }

    /** Leave to ask Telegram once for this user's bot, or nothing while a breaker is open. */
    public Optional<Pass> tryPass(UserId user) {
        var own = bots.getIfPresent(user);
        if (own != null && !own.tryAcquirePermission()) {
            return Optional.empty();
        }
        if (!all.tryAcquirePermission()) {
            if (own != null) {
                own.releasePermission();
            }
            return Optional.empty();
        }
        return Optional.of(new Pass(this, user, own));
    }

    /** Whether Telegram as a whole is left alone. */
    public boolean isOpen() {
        return all.getState() != CircuitBreaker.State.CLOSED;
    }

    /** How long a breaker stays open: who is not let through comes again then. */
    public Duration pause() {
        return pause;
    }

    /** A bot gets a breaker when something first fails: most have none. */
    void failed(UserId user, @Nullable CircuitBreaker own) {
        var breaker = own == null ? bots.get(user, name -> CircuitBreaker.of(name.toString(), ofABot)) : own;
        breaker.onError(0, TimeUnit.NANOSECONDS, new Failed());
        if (heardFrom(user)) {
            all.onError(0, TimeUnit.NANOSECONDS, new Failed());
        } else {
            all.releasePermission();
        }
    }

    void answered(UserId user, @Nullable CircuitBreaker own) {
        if (own != null) {
            own.onSuccess(0, TimeUnit.NANOSECONDS);
        }
        if (heardFrom(user)) {
            all.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            all.releasePermission();
        }
    }

    void unused(@Nullable CircuitBreaker own) {
        if (own != null) {
            own.releasePermission();
        }
        all.releasePermission();
    }

    /** The same bot twice in a row says nothing more of Telegram: so one that hangs is half of what counts at most. */
    private boolean heardFrom(UserId user) {
        return all.getState() == CircuitBreaker.State.HALF_OPEN || !user.equals(lastHeard.getAndSet(user));
    }

    private static CircuitBreakerConfig config(BreakerSettings settings, int window, Clock clock) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(window, window, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(settings.failing())
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock)
                .build();
    }

    /** What a breaker is told; nobody reads it. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Failed() {
            super(null, null, false, false);
        }
    }
}
