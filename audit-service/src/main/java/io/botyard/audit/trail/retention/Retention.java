package io.botyard.audit.trail.retention;

import io.botyard.audit.entry.proof.CannotVerify;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Drops months that are older than they have to be kept, on a thread of its own. Each instance allows it for the
 * partitions it signs for; whoever finds that all allow it drops.
 */
@Component
final class Retention implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);
    private final RetentionSettings settings;
    private final OldMonths months;
    private final Allowance allowance;
    private final RetentionMetrics metrics;
    private final Clock clock;
    private CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    Retention(
            RetentionSettings settings, OldMonths months, Allowance allowance, RetentionMetrics metrics, Clock clock) {
        this.settings = settings;
        this.months = months;
        this.allowance = allowance;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void start() {
        var retention = settings.retention();
        if (retention == null) {
            return;
        }
        var ended = new CountDownLatch(1);
        stop = ended;
        thread = Thread.ofPlatform().name("audit-retention").daemon().start(() -> run(retention, ended));
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

    private void run(Duration retention, CountDownLatch ended) {
        try {
            while (!ended.await(settings.retentionEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                look(retention);
            }
        } catch (InterruptedException | InterruptException stopped) {
            LOG.atDebug().log("retention stops");
        }
    }

    /** Whatever is away now is there the next time. */
    private void look(Duration retention) throws InterruptedException {
        try {
            drop(retention);
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (CannotVerify untold) {
            LOG.atError().addKeyValue("reason", untold.getMessage()).log("old months are kept");
        } catch (RuntimeException away) {
            LOG.atWarn()
                    .addKeyValue("reason", away.getClass().getSimpleName())
                    .log("old months are not dropped this time");
        }
    }

    private void drop(Duration retention) throws InterruptedException {
        var oldest = clock.instant().minus(retention);
        var firstKept = RetentionSettings.monthOf(oldest);
        if (!months.areThere(firstKept)) {
            return;
        }
        var asked = new HashSet<>(allowance.partitions());
        asked.removeAll(months.allowed(firstKept));
        if (!asked.isEmpty() && allowance.allows(asked, firstKept, oldest)) {
            asked.forEach(partition -> months.allow(partition, firstKept));
        }
        var dropped = months.drop(firstKept);
        if (dropped > 0) {
            metrics.dropped(dropped);
            LOG.atInfo()
                    .addKeyValue("months", dropped)
                    .addKeyValue("first_kept", firstKept)
                    .log("old months were dropped");
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
