package io.botyard.worker.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Starts work with the application, on a thread of its own, and ends it before anything it needs. */
final class BackgroundLifecycle implements SmartLifecycle {

    private final Thread.Builder threads;
    private final Runnable work;
    private final Runnable end;
    private @Nullable Thread thread;

    /** @param end tells the work to end, which is waited for */
    BackgroundLifecycle(Thread.Builder threads, Runnable work, Runnable end) {
        this.threads = threads;
        this.work = work;
        this.end = end;
    }

    @Override
    public void start() {
        thread = threads.start(work);
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            end.run();
            try {
                running.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
