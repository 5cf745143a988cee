package io.botyard.audit.trail.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Forgets finished operations, and ids of events, that are older than they are kept and than anything that Kafka still
 * tells: whoever reads the topics again, from wherever, counts nothing twice. Any number of instances may do so at once.
 */
@Component
final class RowExpiry implements Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(RowExpiry.class);

    /** Longer than Kafka is told to keep them; the database lets nothing younger go. */
    private static final Duration EVENTS_KEPT = Duration.ofDays(35);

    /** Between two steps, so that ingestion has the disk most of the time. */
    private static final Duration REST = Duration.ofMillis(100);

    /** An operation's end is told some time after it, and may be told once more. */
    private static final Duration TOLD_WITHIN = Duration.ofDays(1);

    private final OperationSettings operations;
    private final OldRows rows;
    private final KafkaMemory kafka;
    private final RetentionMetrics metrics;
    private final Clock clock;

    RowExpiry(OperationSettings operations, OldRows rows, KafkaMemory kafka, RetentionMetrics metrics, Clock clock) {
        this.operations = operations;
        this.rows = rows;
        this.kafka = kafka;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "rows";
    }

    @Override
    public void expire(CountDownLatch stopping) throws InterruptedException {
        for (var old : Forgettable.values()) {
            forget(old, stopping);
        }
    }

    private void forget(Forgettable old, CountDownLatch stopping) throws InterruptedException {
        var olderThan = olderThan(old);
        var all = 0L;
        Long block = 0L;
        while (block != null && !stopping.await(REST.toMillis(), TimeUnit.MILLISECONDS)) {
            var step = rows.drop(old, olderThan, block);
            metrics.forgotten(old, step.dropped());
            all += step.dropped();
            block = step.next();
        }
        if (all > 0) {
            LOG.atInfo()
                    .addKeyValue("what", old.word())
                    .addKeyValue("rows", all)
                    .log("what is old was forgotten");
        }
    }

    private Duration kept(Forgettable old) {
        return switch (old) {
            case EVENTS -> EVENTS_KEPT;
            case OPERATIONS -> operations.kept();
        };
    }

    private Instant olderThan(Forgettable old) {
        var kept = clock.instant().minus(kept(old));
        var told =
                kafka.oldest(old.topics()).map(sent -> sent.minus(TOLD_WITHIN)).orElse(kept);
        return told.isBefore(kept) ? told : kept;
    }
}
