package io.botyard.audit.trail.retention;

import java.util.concurrent.CountDownLatch;

/** Something that is kept for a time and no longer. */
interface Expiry {
    /**
     * Takes away what is too old by now; what stays is looked at the next time.
     *
     * @param stopping counted down when there is no time for more
     */
    void expire(CountDownLatch stopping) throws InterruptedException;

    /** What it is, in a log. */
    String what();
}
