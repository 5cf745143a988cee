package io.botyard.audit.trail;

import io.botyard.tracing.Span;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one batch at a time on a thread of its own, so that the next is read meanwhile. What is under way is settled
 * before anything else is begun or signed.
 */
final class KeepingAhead implements AutoCloseable {
    private final Recording recording;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("audit-keeping").factory());
    private @Nullable UnderWay underWay;

    private record UnderWay(Batch batch, List<Span> spans, Future<?> kept) {}

    KeepingAhead(Recording recording) {
        this.recording = recording;
    }

    boolean isBusy() {
        return underWay != null;
    }

    /**
     * Begins to keep it; nothing else may be under way.
     *
     * @param spans closed once it is kept
     */
    void begin(Batch batch, List<Span> spans) {
        underWay = new UnderWay(batch, spans, thread.submit(() -> recording.keep(batch)));
    }

    /**
     * Waits for what is under way, and says what is kept now.
     *
     * @throws RuntimeException as {@link Recording#keep} does
     */
    Optional<Batch> settle() {
        var settled = underWay;
        underWay = null;
        if (settled == null) {
            return Optional.empty();
        }
        await(settled.kept());
        settled.spans().forEach(Span::close);
        return Optional.of(settled.batch());
    }

    private static void await(Future<?> kept) {
        try {
            kept.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failure.getCause() instanceof Error bug) {
                throw bug;
            }
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            kept.cancel(true);
            throw new InterruptException(stop);
        }
    }

    /** Waits for what is under way; whether it was kept stands in the database. */
    @Override
    public void close() {
        thread.close();
    }
}
