package io.botyard.worker.fleet;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Who of a bot's calls may be under way: as many at once as it may have, interactive ones first, yet every fourth turn is
 * a bulk call's while both wait. Those under way keep their turn when the number changes.
 */
public final class Turns {

    private static final int INTERACTIVE_IN_A_ROW = 3;

    private final Deque<Turn> interactive = new ArrayDeque<>();
    private final Deque<Turn> bulk = new ArrayDeque<>();
    private int free;
    private int size;
    private int inARow;

    Turns(int size) {
        this.free = size;
        this.size = size;
    }

    /**
     * A place in the queue. It must be closed, taken or not.
     *
     * @param called run when the turn has come; must not wait
     */
    public synchronized Turn queue(boolean isInteractive, Runnable called) {
        var turn = new Turn(isInteractive, called);
        (isInteractive ? interactive : bulk).addLast(turn);
        call();
        return turn;
    }

    synchronized void resize(int to) {
        free += to - size;
        size = to;
        call();
    }

    private void call() {
        while (free > 0) {
            var next = next();
            if (next == null) {
                return;
            }
            free--;
            next.come = true;
            next.called.run();
        }
    }

    private @Nullable Turn next() {
        var bulkIsDue = inARow >= INTERACTIVE_IN_A_ROW && !bulk.isEmpty();
        if (interactive.isEmpty() || bulkIsDue) {
            inARow = 0;
            return bulk.pollFirst();
        }
        inARow++;
        return interactive.pollFirst();
    }

    /** A call's turn, from when it queues for it until it is over. */
    public final class Turn implements AutoCloseable {

        private final boolean isInteractive;
        private final Runnable called;
        private boolean come;

        private Turn(boolean isInteractive, Runnable called) {
            this.isInteractive = isInteractive;
            this.called = called;
        }

        public boolean hasCome() {
            synchronized (Turns.this) {
                return come;
            }
        }

        @Override
        public void close() {
            synchronized (Turns.this) {
                if (come) {
                    free++;
                    call();
                } else {
                    (isInteractive ? interactive : bulk).remove(this);
                }
            }
        }
    }
}
