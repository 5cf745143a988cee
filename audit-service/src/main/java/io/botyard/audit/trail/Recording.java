package io.botyard.audit.trail;

import io.botyard.audit.entry.Entry;
import io.botyard.contract.wire.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was read, and decides about bad records, alone: unreadable ones and those that failed three times by
 * themselves go to the dead-letter topic, which has acknowledged them before a position moves past them.
 */
final class Recording {
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
    private static final int TRIES = 3;
    private static final int DEAD_LETTER_SECONDS = 40;
    private final BatchCommit commit;
    private final DeadLetters deadLetters;
    private final IngestionMetrics metrics;

    Recording(BatchCommit commit, DeadLetters deadLetters, IngestionMetrics metrics) {
        this.commit = commit;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /**
     * Returns when the batch is kept and its positions are moved.
     *
     * @return the entries that it recorded
     * @throws RuntimeException when a part that is needed is away, or another instance took over; some of the batch may
     *     then be kept already: where to go on stands in the positions
     */
    List<Entry> keep(Batch batch) {
        var unreadable = batch.unreadable();
        unreadable.forEach(reading -> bury(reading, Objects.requireNonNull(reading.cause())));
        var recorded = atOnceOrOneByOne(batch);
        metrics.kept(batch.readings());
        metrics.setAside(unreadable);
        return recorded;
    }

    private List<Entry> atOnceOrOneByOne(Batch batch) {
        try {
            return commit.commit(batch);
        } catch (RuntimeException failure) {
            if (Fault.ofTheRecord(failure).isEmpty()) {
                throw failure;
            }
            return batch.singles().stream()
                    .flatMap(single -> alone(single).stream())
                    .toList();
        }
    }

    private List<Entry> alone(Batch single) {
        var causes = new ArrayList<String>();
        while (causes.size() < TRIES) {
            try {
                return commit.commit(single);
            } catch (RuntimeException failure) {
                causes.add(Fault.ofTheRecord(failure).orElseThrow(() -> failure));
            }
        }
        single.readings().forEach(reading -> bury(reading, causes.getLast()));
        commit.commit(single.skipped());
        metrics.setAside(single.readings());
        return List.of();
    }

    private void bury(Reading reading, String cause) {
        var record = reading.record();
        try {
            deadLetters.bury(record, cause).get(DEAD_LETTER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaException("could not set a record aside", failure);
        } catch (InterruptedException stop) {
            throw new InterruptException(stop);
        }
        LOG.atError()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("reason", cause)
                .log("record set aside");
    }
}
