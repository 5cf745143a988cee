package io.botyard.worker.intake;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Starts work with the application, on a thread of its own, and ends it before anything it needs. Work that ends by itself
 * leaves a worker that does nothing any more: it is not live, so that whoever runs it starts another.
 */
final class BackgroundLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLifecycle.class);

    private final Thread.Builder threads;
    private final Runnable work;
    private final Runnable end;
    private final ApplicationEventPublisher application;
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    /** @param end tells the work to end, which is waited for */
    BackgroundLifecycle(Thread.Builder threads, Runnable work, Runnable end, ApplicationEventPublisher application) {
        this.threads = threads;
        this.work = work;
        this.end = end;
        this.application = application;
    }

    @Override
    public void start() {
        stopping = false;
        thread = threads.start(this::run);
    }

    @Override
    public void stop() {
        stopping = true;
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

    private void run() {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.atError()
                    .addKeyValue("reason", Thread.currentThread().getName())
                    .setCause(fault)
                    .log("work ended by a fault");
        } finally {
            if (!stopping) {
                LOG.atError()
                        .addKeyValue("reason", Thread.currentThread().getName())
                        .log("this worker is of no use any more");
                AvailabilityChangeEvent.publish(application, this, LivenessState.BROKEN);
            }
        }
    }
}
