package io.botyard.audit.trail;

import io.botyard.tracing.Span;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was read on threads of its own, so that the next is read meanwhile. Each thread keeps a batch of partitions
 * that are its alone, in a transaction of its own. What is under way is settled before anything else is begun.
 */
final class KeepingAhead implements AutoCloseable {
    private final Recording recording;
    private final int writers;
    private final ExecutorService threads;
    private @Nullable UnderWay underWay;

    private record UnderWay(List<Batch> batches, List<Span> spans, List<Future<?>> kept) {}

    /** @param writers how many batches at once */
    KeepingAhead(Recording recording, int writers) {
        this.recording = recording;
        this.writers = writers;
        this.threads = Executors.newFixedThreadPool(
                writers, Thread.ofPlatform().name("audit-keeping-", 0).factory());
    }

    boolean isBusy() {
        return underWay != null;
    }

    /**
     * Begins to keep these; nothing else may be under way.
     *
     * @param positions where this instance stands in each partition
     * @param spans closed once all are kept
     */
    void begin(List<Reading> readings, Map<TopicPartition, Long> positions, List<Span> spans) {
        var batches = readings.stream()
                .collect(Collectors.groupingBy(reading -> reading.partition().partition() % writers))
                .values()
                .stream()
                .map(some -> Batch.of(some, positions))
                .toList();
        List<Future<?>> kept = batches.stream()
                .<Future<?>>map(batch -> threads.submit(() -> recording.keep(batch)))
                .toList();
        underWay = new UnderWay(batches, spans, kept);
    }

    /**
     * Waits for what is under way, and says what is kept now.
     *
     * @throws RuntimeException as {@link Recording#keep} does; some batches may be kept then
     */
    List<Batch> settle() {
        var settled = underWay;
        underWay = null;
        if (settled == null) {
            return List.of();
        }
        var failures = settled.kept().stream().flatMap(KeepingAhead::failure).toList();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        settled.spans().forEach(Span::close);
        return settled.batches();
    }

    private static Stream<RuntimeException> failure(Future<?> kept) {
        try {
            kept.get();
            return Stream.empty();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error bug) {
                throw bug;
            }
            return Stream.of(
                    failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure));
        } catch (InterruptedException stop) {
            kept.cancel(true);
            return Stream.of(new InterruptException(stop));
        }
    }

    /** Waits for what is under way; whether it was kept stands in the database. */
    @Override
    public void close() {
        threads.close();
    }
}
