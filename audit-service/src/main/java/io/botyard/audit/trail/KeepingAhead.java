package io.botyard.audit.trail;

import io.botyard.tracing.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Keeps what was read on threads of its own, so that more is read meanwhile. Each of these writers keeps batches one
 * after the other, in a transaction each, and no two writers have something of the same partition. For one thread.
 */
final class KeepingAhead implements AutoCloseable {
    /** So that a writer that is done before the others has something to go on with. */
    private static final int ROUNDS = 2;

    private final Recording recording;
    private final List<ExecutorService> writers;
    private final Deque<Round> underWay = new ArrayDeque<>();

    /** What was read at once. */
    private record Round(List<Part> parts, List<Span> spans) {}

    /** What one writer has to keep of it. */
    private record Part(int writer, Batch batch, Future<Kept> kept) {}

    /** @param writers how many batches at once */
    KeepingAhead(Recording recording, int writers) {
        this.recording = recording;
        this.writers = IntStream.range(0, writers)
                .mapToObj(number -> Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("audit-keeping-" + number).factory()))
                .toList();
    }

    boolean isBusy() {
        return !underWay.isEmpty();
    }

    /** Whether something must be settled before more is begun. */
    boolean isFull() {
        return underWay.size() == ROUNDS;
    }

    /** How much is under way of each topic. */
    Map<String, Long> records() {
        return readings(parts())
                .collect(Collectors.groupingBy(reading -> reading.record().topic(), Collectors.counting()));
    }

    /**
     * Begins to keep these, behind what is under way.
     *
     * @param positions where this instance stands in each partition, by what is settled
     * @param spans closed once all are kept
     */
    void begin(List<Reading> readings, Map<TopicPartition, Long> positions, List<Span> spans) {
        var from = new HashMap<>(positions);
        parts().forEach(part -> part.batch().advances().forEach((place, advance) -> from.put(place, advance.next())));
        var shares = Shares.of(
                readings,
                IntStream.range(0, writers.size()).mapToObj(this::underWay).toList());
        var parts = new ArrayList<Part>();
        for (var writer = 0; writer < writers.size(); writer++) {
            var share = shares.get(writer);
            if (!share.isEmpty()) {
                parts.add(begun(writer, Batch.of(share, from)));
            }
        }
        underWay.add(new Round(parts, spans));
    }

    private Part begun(int writer, Batch batch) {
        return new Part(writer, batch, writers.get(writer).submit(() -> new Kept(batch, recording.keep(batch))));
    }

    private List<Reading> underWay(int writer) {
        return readings(parts().filter(part -> part.writer() == writer)).toList();
    }

    private Stream<Part> parts() {
        return underWay.stream().flatMap(round -> round.parts().stream());
    }

    private static Stream<Reading> readings(Stream<Part> parts) {
        return parts.flatMap(part -> part.batch().readings().stream());
    }

    /**
     * Waits for the oldest of what is under way, and says what is kept now. If it is not all kept, the rest is waited for
     * and forgotten.
     *
     * @throws RuntimeException as {@link Recording#keep} does; some batches may be kept then
     */
    List<Kept> settle() {
        var oldest = underWay.peek();
        if (oldest == null) {
            return List.of();
        }
        oldest.parts().forEach(KeepingAhead::await);
        var failed = oldest.parts().stream()
                .map(Part::kept)
                .filter(kept -> kept.state() == Future.State.FAILED)
                .findFirst();
        if (failed.isPresent()) {
            await();
            underWay.clear();
            throw failure(failed.get().exceptionNow());
        }
        underWay.remove();
        oldest.spans().forEach(Span::close);
        return oldest.parts().stream().map(part -> part.kept().resultNow()).toList();
    }

    /** Waits until nothing is under way any more, without settling it. */
    void await() {
        parts().forEach(KeepingAhead::await);
    }

    private static void await(Part part) {
        try {
            var _ = part.kept().get();
        } catch (ExecutionException _) {
            // Whoever settles it is told.
        } catch (InterruptedException stop) {
            part.kept().cancel(true);
            throw new InterruptException(stop);
        }
    }

    private static RuntimeException failure(Throwable why) {
        return switch (why) {
            case Error bug -> throw bug;
            case RuntimeException known -> known;
            default -> new IllegalStateException(why);
        };
    }

    /** Waits for what is under way; whether it was kept stands in the database. */
    @Override
    public void close() {
        writers.forEach(ExecutorService::close);
    }
}
