package io.botyard.gateway.commands.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Questions to the database that come while it is busy with earlier ones go together in the next batch: under load few
 * round trips, alone no delay.
 */
final class Gathering<Q, A> {

    private static final int MOST = 500;

    /** So that one batch is on its way while another is being written to disk. */
    private static final int AT_ONCE = 3;

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}

    private final Function<List<Q>, List<A>> answers;
    private final Queue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** {@code answers} gives each question's answer in its place. */
    Gathering(Function<List<Q>, List<A>> answers) {
        this.answers = answers;
    }

    /** What the batch it is in brings; fails as that fails. */
    A ask(Q question) {
        try {
            return askLater(question).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException itself ? itself : failed;
        }
    }

    /** The same without waiting. */
    CompletableFuture<A> askLater(Q question) {
        var asked = new Asked<>(question, new CompletableFuture<A>());
        waiting.add(asked);
        if (turns.tryAcquire()) {
            Thread.startVirtualThread(this::work);
        }
        return asked.answer();
    }

    private void work() {
        do {
            for (var batch = next(); !batch.isEmpty(); batch = next()) {
                answer(batch);
            }
            turns.release();
        } while (!waiting.isEmpty() && turns.tryAcquire());
    }

    private List<Asked<Q, A>> next() {
        var batch = new ArrayList<Asked<Q, A>>();
        for (var asked = waiting.poll(); asked != null; asked = batch.size() < MOST ? waiting.poll() : null) {
            batch.add(asked);
        }
        return batch;
    }

    private void answer(List<Asked<Q, A>> batch) {
        try {
            var told = answers.apply(batch.stream().map(Asked::question).toList());
            for (var i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(told.get(i));
            }
        } catch (RuntimeException | Error failure) {
            batch.forEach(asked -> asked.answer().completeExceptionally(failure));
        }
    }
}
