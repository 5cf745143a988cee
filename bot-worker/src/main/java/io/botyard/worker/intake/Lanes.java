package io.botyard.worker.intake;

import io.botyard.tracing.Tracing;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work of one key goes in order, one at a time; keys go in parallel. A lane has a thread only while its work does something. */
final class Lanes<K> {

    /** Work that may leave its thread where it has to wait, and keeps its lane. */
    interface Work {

        /**
         * Does all it can.
         *
         * @param again to be run once it can go on, and nothing else of it is running
         * @return whether it is over
         */
        boolean goOn(Runnable again);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final ThreadFactory threads;
    private final Tracing tracing;
    private final Map<K, Deque<Work>> waiting = new HashMap<>();

    Lanes(String name) {
        this(name, Tracing.OFF);
    }

    Lanes(String name, Tracing tracing) {
        this.threads = Thread.ofVirtual().name(name + "-", 0).factory();
        this.tracing = tracing;
    }

    void submit(K key, Runnable work) {
        submit(key, _ -> {
            work.run();
            return true;
        });
    }

    void submit(K key, Work given) {
        var work = carried(given);
        synchronized (waiting) {
            var lane = waiting.get(key);
            if (lane != null) {
                lane.addLast(work);
                return;
            }
            waiting.put(key, new ArrayDeque<>());
        }
        start(key, work);
    }

    private Work carried(Work work) {
        var about = tracing.current();
        return again -> {
            try (var _ = about.enter()) {
                return work.goOn(again);
            }
        };
    }

    private void start(K key, Work work) {
        threads.newThread(() -> run(key, work)).start();
    }

    private void run(K key, Work first) {
        for (var work = first; work != null; work = next(key)) {
            var same = work;
            if (!isOver(work, () -> start(key, same))) {
                return;
            }
        }
    }

    /** Also when it fails: those behind it have to come to their end. */
    private static boolean isOver(Work work, Runnable again) {
        try {
            return work.goOn(again);
        } catch (RuntimeException | Error failure) {
            // No message: it may quote values.
            LOG.atError()
                    .addKeyValue("reason", failure.getClass().getName())
                    .addKeyValue(
                            "at",
                            Arrays.stream(failure.getStackTrace()).findFirst().orElse(null))
                    .log("work of a lane failed, which goes on without it");
            return true;
        }
    }

    private @Nullable Work next(K key) {
        synchronized (waiting) {
            var lane = waiting.get(key);
            var work = lane == null ? null : lane.pollFirst();
            if (work == null) {
                waiting.remove(key);
            }
            return work;
        }
    }
}
