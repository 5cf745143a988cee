package io.botyard.worker.call;

import java.util.concurrent.Callable;

/** A call that is being carried out. Whoever waits for the turn of its bot needs no thread meanwhile. */
public interface CallOnItsWay extends Callable<Boolean> {

    /**
     * Goes on to its end on this thread, or to where it is set aside. What fails can be tried again.
     *
     * @return whether what became of it is kept; not when the lease ended before
     */
    @Override
    Boolean call();

    /** The same, but comes back early, and says that nothing is kept, when other calls of the bot go first. */
    boolean goOn();

    /** Whether it came back early. */
    boolean isQueued();

    /** Has {@code again} run once it can {@link #goOn}, maybe at once. The thread that it left has to be done with it. */
    void whenCalled(Runnable again);
}
