package io.botyard.worker.intake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Goes its rounds from the application's start to its stop. One that fails is followed by the next a second later. */
final class RoundsLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RoundsLifecycle.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Round round;
    private CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    RoundsLifecycle(String name, Round round) {
        this.name = name;
        this.round = round;
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopped = stop;
        thread = Thread.ofVirtual().name(name).start(() -> runUntil(stop));
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        stopped.countDown();
        if (running != null) {
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

    private void runUntil(CountDownLatch stop) {
        try {
            for (var pause = Duration.ZERO; !stop.await(pause.toMillis(), TimeUnit.MILLISECONDS); ) {
                pause = go();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration go() {
        try {
            return round.go();
        } catch (RuntimeException failure) {
            // What is committed stays, what is away may be back then.
            LOG.atWarn()
                    .addKeyValue("reason", failure.getClass().getSimpleName())
                    .log(name + " failed, trying again");
            return AFTER_FAILURE;
        }
    }
}
