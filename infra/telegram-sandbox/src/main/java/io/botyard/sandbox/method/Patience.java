package io.botyard.sandbox.method;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets calls wait, until their time is over or everybody is let go. */
public final class Patience {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private final Duration longest;
    private int releases;

    /** Nobody waits longer than this. */
    public Patience(Duration longest) {
        this.longest = longest;
    }

    void await(Duration time) throws InterruptedException {
        Duration bounded = time.compareTo(longest) > 0 ? longest : time;
        lock.lock();
        try {
            int before = releases;
            long left = bounded.toNanos();
            while (left > 0 && before == releases) {
                left = released.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void awaitRelease() throws InterruptedException {
        await(longest);
    }

    public void release() {
        lock.lock();
        try {
            releases++;
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
