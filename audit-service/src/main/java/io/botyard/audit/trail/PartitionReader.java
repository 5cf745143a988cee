package io.botyard.audit.trail;

import io.botyard.audit.trail.seal.Sealing;
import io.botyard.contract.wire.CloudEvents;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.UnreadableRecord;
import io.botyard.tracing.Span;
import io.botyard.tracing.Tracing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer's life: from joining the group until it is stopped or Kafka gives it up. While some is kept, more is
 * read.
 */
final class PartitionReader {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private final Consumer<String, byte[]> consumer;
    private final Assignment assignment;
    private final KeepingAhead keeping;
    private final Sealing sealing;
    private final Months months;
    private final IngestionMetrics metrics;
    private final IngestionState state;
    private final MessageCodec codec = new MessageCodec("/botyard/audit-service");
    private final Backoff backoff;
    private final Tracing tracing;

    PartitionReader(
            Consumer<String, byte[]> consumer,
            Assignment assignment,
            KeepingAhead keeping,
            Sealing sealing,
            Months months,
            IngestionMetrics metrics,
            IngestionState state,
            Backoff backoff,
            Tracing tracing) {
        this.tracing = tracing;
        this.consumer = consumer;
        this.assignment = assignment;
        this.keeping = keeping;
        this.sealing = sealing;
        this.months = months;
        this.metrics = metrics;
        this.state = state;
        this.backoff = backoff;
    }

    /** Reads until told to stop. Whatever the database does is waited for here; Kafka's failures end it. */
    void readUntil(BooleanSupplier stopped) {
        consumer.subscribe(Inputs.topics(), assignment);
        while (!stopped.getAsBoolean()) {
            try {
                readOnce();
                backoff.reset();
            } catch (WakeupException stop) {
                break;
            } catch (KafkaException broken) {
                throw broken;
            } catch (RuntimeException away) {
                waitFor(away);
            }
        }
        settleAll();
        if (assignment.placed()) {
            sealing.sealAll();
        }
    }

    private void readOnce() {
        if (!assignment.placed() && !assignment.isEmpty()) {
            settleAll();
            months.prepare();
            assignment.place();
            sealing.place(assignment.standing().keySet(), assignment.standing());
        }
        var records = consumer.poll(keeping.isBusy() ? Duration.ZERO : POLL);
        var readings = read(records);
        if (sealing.isBehind()) {
            settleAll();
        } else if (readings.isEmpty() || keeping.isFull()) {
            settle();
        }
        if (!readings.isEmpty()) {
            months.prepare();
            keeping.begin(readings, assignment.standing(), spansOf(records));
        }
        if (assignment.placed()) {
            sealing.signWhatIsDue();
        }
        state.reading(assignment.placed());
        reportLag();
    }

    private void settleAll() {
        do {
            settle();
        } while (keeping.isBusy());
    }

    private void settle() {
        var kept = keeping.settle();
        kept.forEach(one -> assignment.moved(one.batch()));
        if (assignment.placed()) {
            var recorded = kept.stream().flatMap(one -> one.entries().stream()).toList();
            sealing.recorded(recorded, assignment.standing());
        }
    }

    /** Polls while it waits, with everything paused, so that the group does not think this member dead. */
    private void waitFor(RuntimeException away) {
        state.reading(false);
        assignment.forget();
        sealing.forget();
        var pause = backoff.next();
        LOG.atWarn()
                .addKeyValue("reason", away.getClass().getSimpleName())
                .addKeyValue("wait_ms", pause.toMillis())
                .log("ingestion waits");
        var _ = consumer.poll(pause);
    }

    /** On all cores, since a batch can be large. */
    private List<Reading> read(ConsumerRecords<String, byte[]> records) {
        var each = new ArrayList<ConsumerRecord<String, byte[]>>(records.count());
        records.forEach(each::add);
        return each.parallelStream().map(this::read).toList();
    }

    /** For each record that belongs to a trace, from when it was read until it is kept; what is read again begins anew. */
    private List<Span> spansOf(ConsumerRecords<String, byte[]> records) {
        return tracing.on()
                ? StreamSupport.stream(records.spliterator(), false)
                        .filter(record -> record.headers().lastHeader(Tracing.HEADER) != null)
                        .map(record -> CloudEvents.begin(tracing, "ingest", record))
                        .toList()
                : List.of();
    }

    private Reading read(ConsumerRecord<String, byte[]> record) {
        try {
            return new Reading(record, codec.decode(record, Inputs.carriedBy(record.topic())), null);
        } catch (UnreadableRecord unreadable) {
            return new Reading(record, null, String.valueOf(unreadable.getMessage()));
        }
    }

    /** What was read and is only being kept is behind, too. */
    private void reportLag() {
        if (keeping.isBusy() || assignment.placed()) {
            var behind = new HashMap<>(keeping.records());
            for (var partition : consumer.assignment()) {
                behind.merge(partition.topic(), unread(partition), Long::sum);
            }
            metrics.lag(behind);
        }
    }

    /** Nothing of a partition that was taken away since it was asked for: another thread of the consumer does that. */
    private long unread(TopicPartition partition) {
        try {
            return consumer.currentLag(partition).orElse(0L);
        } catch (IllegalStateException takenAway) {
            return 0;
        }
    }
}
