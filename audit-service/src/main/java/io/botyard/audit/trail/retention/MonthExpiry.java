package io.botyard.audit.trail.retention;

import io.botyard.audit.entry.proof.CannotVerify;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Drops months of entries, where a time is set. Each instance allows it for the partitions it signs for; whoever finds that
 * all allow it drops.
 */
@Component
final class MonthExpiry implements Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(MonthExpiry.class);
    private final RetentionSettings settings;
    private final OldMonths months;
    private final Allowance allowance;
    private final RetentionMetrics metrics;
    private final Clock clock;

    MonthExpiry(
            RetentionSettings settings, OldMonths months, Allowance allowance, RetentionMetrics metrics, Clock clock) {
        this.settings = settings;
        this.months = months;
        this.allowance = allowance;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "months";
    }

    @Override
    public void expire(CountDownLatch stopping) throws InterruptedException {
        var retention = settings.retention();
        if (retention == null) {
            return;
        }
        try {
            drop(retention);
        } catch (CannotVerify untold) {
            LOG.atError().addKeyValue("reason", untold.getMessage()).log("old months are kept");
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
}
