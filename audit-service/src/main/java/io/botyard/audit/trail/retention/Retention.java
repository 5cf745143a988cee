package io.botyard.audit.trail.retention;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks now and then for what is older than it has to be kept, on a thread of its own. */
@Component
final class Retention implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private final RetentionSettings settings;
    private final List<Expiry> expiries;
    private CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    Retention(RetentionSettings settings, List<Expiry> expiries) {
        this.settings = settings;
        this.expiries = List.copyOf(expiries);
    }

    @Override
    public void start() {
        var stopping = new CountDownLatch(1);
        stop = stopping;
        thread = Thread.ofPlatform().name("audit-retention").daemon().start(() -> run(stopping));
    }

    @Override
    public void stop() {
        stop.countDown();
        var running = thread;
        if (running != null) {
            join(running);
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run(CountDownLatch stopping) {
        try {
            while (!stopping.await(settings.retentionEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                for (var expiry : expiries) {
                    look(expiry, stopping);
                }
            }
        } catch (InterruptedException | InterruptException stopped) {
            LOG.atDebug().log("retention stops");
        }
    }

    /** Whatever is away now is there the next time, and keeps nothing else from going. */
    private static void look(Expiry expiry, CountDownLatch stopping) throws InterruptedException {
        try {
            expiry.expire(stopping);
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (RuntimeException away) {
            LOG.atWarn()
                    .addKeyValue("what", expiry.what())
                    .addKeyValue("reason", away.getClass().getSimpleName())
                    .log("what is old stays this time");
        }
    }

    private static void join(Thread running) {
        try {
            if (!running.join(STOPS_WITHIN)) {
                running.interrupt();
                var _ = running.join(STOPS_WITHIN);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
