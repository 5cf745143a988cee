package io.botyard.worker.intake;

import io.botyard.tracing.Tracing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Work of one key goes in order, one at a time; keys go in parallel. A lane has a thread only while it has work. */
final class Lanes<K> {

    private final Thread.Builder threads;
    private final Tracing tracing;
    private final Map<K, Deque<Runnable>> waiting = new HashMap<>();

    Lanes(String name) {
        this(name, Tracing.OFF);
    }

    Lanes(String name, Tracing tracing) {
        this.threads = Thread.ofVirtual().name(name + "-", 0);
        this.tracing = tracing;
    }

    void submit(K key, Runnable given) {
        var work = tracing.carried(given);
        synchronized (waiting) {
            var lane = waiting.get(key);
            if (lane != null) {
                lane.addLast(work);
                return;
            }
            waiting.put(key, new ArrayDeque<>());
        }
        threads.start(() -> run(key, work));
    }

    private void run(K key, Runnable first) {
        for (Runnable work = first; work != null; work = next(key)) {
            work.run();
        }
    }

    private @Nullable Runnable next(K key) {
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
