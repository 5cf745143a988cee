package io.botyard.gateway.operations;

import io.botyard.contract.event.Event;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A reply that is waited for. */
public final class Awaited<E extends Event> implements Listening<E> {

    private final Class<E> type;
    private final CompletableFuture<E> reply = new CompletableFuture<>();
    private final Consumer<Awaited<E>> forget;

    Awaited(Class<E> type, Consumer<Awaited<E>> forget) {
        this.type = type;
        this.forget = forget;
    }

    @Override
    public CompletableFuture<E> reply() {
        return reply;
    }

    /** What comes within this time. */
    public static <T> Optional<T> within(Duration time, CompletableFuture<T> reply) {
        if (!time.isPositive() && !reply.isDone()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reply.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException late) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    void offer(Event event) {
        if (type.isInstance(event)) {
            reply.complete(type.cast(event));
        }
    }

    @Override
    public void close() {
        forget.accept(this);
    }
}
