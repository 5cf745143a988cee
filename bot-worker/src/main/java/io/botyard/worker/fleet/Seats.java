package io.botyard.worker.fleet;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.botyard.contract.UserId;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Who is in memory: a bounded number of users, of whom the least used leave for others, and whoever is idle for long
 * leaves. Those in use stay and do not count.
 */
final class Seats {

    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final AsyncCache<UserId, Seat> seats;

    Seats(FleetSettings settings, Predicate<UserId> inUse, Ticker ticker, Executor threads, MeterRegistry meters) {
        var evicted = meters.counter("botyard.fleet.evicted");
        var idle = meters.counter("botyard.fleet.idle.closed");
        this.seats = Caffeine.newBuilder()
                .maximumWeight(settings.maxResident())
                .weigher((UserId user, Seat _) -> inUse.test(user) ? 0 : 1)
                .expireAfter(Expiry.<UserId, Seat>accessing((user, _) -> inUse.test(user) ? FOREVER : settings.idle()))
                .evictionListener((_, _, cause) -> (cause == RemovalCause.EXPIRED ? idle : evicted).increment())
                .recordStats()
                .ticker(ticker)
                .executor(threads)
                .buildAsync();
        counted(meters, "botyard.fleet.hits", CacheStats::hitCount);
        counted(meters, "botyard.fleet.misses", CacheStats::missCount);
        Gauge.builder(
                        "botyard.fleet.resident",
                        seats,
                        known -> known.synchronous().estimatedSize())
                .register(meters);
    }

    private void counted(MeterRegistry meters, String name, ToDoubleFunction<CacheStats> figure) {
        FunctionCounter.builder(
                        name,
                        seats,
                        known -> figure.applyAsDouble(known.synchronous().stats()))
                .register(meters);
    }

    /** The user's seat, loaded when it is not there. */
    CompletableFuture<Seat> of(UserId user, Function<UserId, Seat> load) {
        return seats.get(user, load);
    }

    /** The user's seat when it is there. */
    Optional<Seat> present(UserId user) {
        var known = seats.asMap().get(user);
        return known != null && known.state() == Future.State.SUCCESS
                ? Optional.of(known.resultNow())
                : Optional.empty();
    }

    /** How many hold a bot: not those of users who have none, nor those that have idled their time away. */
    int taken() {
        return (int) seats.asMap().values().stream()
                .filter(known -> known.state() == Future.State.SUCCESS
                        && known.resultNow().bot().isPresent())
                .count();
    }

    /** Puts another seat in place of one that is there or being loaded. */
    void change(UserId user, UnaryOperator<CompletableFuture<Seat>> change) {
        seats.asMap().computeIfPresent(user, (_, known) -> change.apply(known));
    }

    /** Looks anew whether the user is in use. */
    void weigh(UserId user) {
        change(user, UnaryOperator.identity());
    }

    void forget(UserId user) {
        seats.asMap().remove(user);
    }

    void leave(Predicate<UserId> gone) {
        seats.asMap().keySet().removeIf(gone);
    }
}
