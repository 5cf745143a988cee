package io.botyard.worker.fleet;

import io.botyard.worker.telegram.Exchange;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One user's calls on this node. They hear of every change of the bot, an exchange begins by the bot as it is or not at
 * all, and those under way when an admin stops the bot are given up 1.5 s later.
 */
public final class Traffic {

    /** The promise is 2 s from when it is told, and giving up takes a moment. */
    private static final Duration GRACE = Duration.ofMillis(1500);

    private final Set<Runnable> calls = new HashSet<>();
    private final Set<Exchange> underWay = new HashSet<>();
    private boolean pins;

    /**
     * Begins an exchange, or nothing when the bot is no longer as it was seen.
     *
     * @param asSeen whether it is
     * @param exchange must not wait
     */
    public synchronized Optional<Exchange> begin(BooleanSupplier asSeen, Supplier<Exchange> exchange) {
        if (!asSeen.getAsBoolean()) {
            return Optional.empty();
        }
        var begun = exchange.get();
        underWay.add(begun);
        return Optional.of(begun);
    }

    /** Its answer is there. */
    public synchronized void ended(Exchange exchange) {
        underWay.remove(exchange);
    }

    /** How many exchanges are without an answer. */
    synchronized int underWay() {
        return underWay.size();
    }

    synchronized Traffic with(Runnable news) {
        calls.add(news);
        return this;
    }

    /** Whether this is the first time it is asked to keep its bot in memory. */
    synchronized boolean pins() {
        var first = !pins;
        pins = true;
        return first;
    }

    /** Nothing when that was the last. */
    synchronized @Nullable Traffic without(Runnable news) {
        calls.remove(news);
        return calls.isEmpty() ? null : this;
    }

    synchronized void changed(boolean stopped) {
        if (stopped && !underWay.isEmpty()) {
            var late = List.copyOf(underWay);
            CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> late.forEach(Exchange::giveUp));
        }
        calls.forEach(Runnable::run);
    }
}
