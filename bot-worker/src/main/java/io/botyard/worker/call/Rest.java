package io.botyard.worker.call;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How one call waits: as long as it said, unless there is news for it; or for news alone, and then without a thread. */
final class Rest implements Runnable {

    private final Semaphore news = new Semaphore(0);
    private final AtomicReference<@Nullable Runnable> next = new AtomicReference<>();

    /** There is news. */
    @Override
    public void run() {
        news.release();
        goOn();
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

    /** Has this run once, by whoever brings the next news; at once where there was some since the last wait. */
    void then(Runnable again) {
        next.set(again);
        if (news.availablePermits() > 0) {
            goOn();
        }
    }

    private void goOn() {
        var again = next.getAndSet(null);
        if (again != null) {
            again.run();
        }
    }
}
