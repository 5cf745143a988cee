package io.botyard.standalone;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was started, stopped in the opposite order; one that fails to stop does not keep the others running. */
final class Closing implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        RuntimeException first = null;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception failure) {
                if (first == null) {
                    first = new IllegalStateException("a part did not stop cleanly", failure);
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
