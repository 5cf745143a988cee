package io.botyard.worker.call;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How one call waits: as long as it said, unless there is news for it. */
final class Rest implements Runnable {

    private final Semaphore news = new Semaphore(0);

    /** There is news. */
    @Override
    public void run() {
        news.release();
    }

    /** What there was is known. */
    void forget() {
        news.drainPermits();
    }

    /** Waits and says whether there was news; what came since the last wait counts, so nothing is missed in between. */
    boolean atMost(Duration patience) {
        try {
            var heard = news.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            news.drainPermits();
            return heard;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
