package io.botyard.worker.store;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The right to act for the users of one partition, and how long this process may trust that it still has it. */
public final class Lease {

    /** How often somebody who waits for it looks whether it still makes sense. */
    private static final Duration GLANCE = Duration.ofMillis(250);

    /** How long others respect a lease, by the database's clock. */
    static final Duration LENGTH = Duration.ofSeconds(5);

    /** No call starts later than this after the last successful renewal was sent: a second before others may take over. */
    private static final Duration TRUSTED = Duration.ofSeconds(4);

    private final int partition;
    private final long epoch;
    private final Ticker ticker;
    private final CompletableFuture<Void> ending = new CompletableFuture<>();
    private final Set<Runnable> users = ConcurrentHashMap.newKeySet();
    private volatile long renewalSentAt;

    Lease(int partition, long epoch, Ticker ticker, long renewalSentAt) {
        this.partition = partition;
        this.epoch = epoch;
        this.ticker = ticker;
        this.renewalSentAt = renewalSentAt;
    }

    public int partition() {
        return partition;
    }

    public long epoch() {
        return epoch;
    }

    /** Whether a call may start this instant. */
    public boolean trusted() {
        return !ending() && ticker.read() - renewalSentAt < TRUSTED.toNanos();
    }

    /** Waits until it is trusted: then true. Not when it ends first. */
    public boolean becomesTrusted() {
        while (!trusted()) {
            if (endsWithin(GLANCE)) {
                return false;
            }
        }
        return true;
    }

    /** Nothing new starts under it: it is being handed over, or it is lost. */
    public boolean ending() {
        return ending.isDone();
    }

    public void end() {
        ending.complete(null);
        users.forEach(Runnable::run);
    }

    /** Waits this long, or until the lease ends: then true. */
    public boolean endsWithin(Duration patience) {
        try {
            ending.get(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a lease does not end with an error", impossible);
        }
    }

    /**
     * Somebody is doing what cannot be stopped half-way; a hand-over waits a moment for it.
     *
     * @param wake told when the lease ends
     */
    public void use(Runnable wake) {
        users.add(wake);
    }

    public void unuse(Runnable wake) {
        users.remove(wake);
    }

    public boolean inUse() {
        return !users.isEmpty();
    }

    void renewed(long sentAt) {
        renewalSentAt = sentAt;
    }
}
