package io.botyard.worker.fleet;

import java.util.concurrent.Semaphore;

/** One permit for each call of a bot that may be under way at once; those under way keep theirs when the number changes. */
final class Turns extends Semaphore {

    private static final long serialVersionUID = 1L;

    private int size;

    Turns(int size) {
        super(size, true);
        this.size = size;
    }

    synchronized void resize(int to) {
        if (to > size) {
            release(to - size);
        } else {
            reducePermits(size - to);
        }
        size = to;
    }
}
