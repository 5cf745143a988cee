package io.botyard.worker.intake;

import io.botyard.contract.GatewayId;
import io.botyard.contract.Message;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallParked;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.ReplyRoute;
import io.botyard.contract.wire.Topic;
import io.botyard.tracing.Tracing;
import io.botyard.worker.call.CallJournal;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.Outbox;
import io.botyard.worker.store.OutboxEntry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Intents, outcomes and events in Kafka. What is not acknowledged is sent again until it is or the lease ends. */
final class KafkaCallJournal implements CallJournal {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final String OUTCOME = "botyard.outcome";

    private final KafkaSender sender;
    private final MessageCodec codec;
    private final Outbox outbox;
    private final int partitions;
    private final OutcomeMetrics metrics;
    private final Tracing tracing;
    private final Map<Integer, JournalEnds> ends = new ConcurrentHashMap<>();

    KafkaCallJournal(
            KafkaSender sender,
            MessageCodec codec,
            Outbox outbox,
            int partitions,
            OutcomeMetrics metrics,
            Tracing tracing) {
        this.tracing = tracing;
        this.sender = sender;
        this.codec = codec;
        this.outbox = outbox;
        this.partitions = partitions;
        this.metrics = metrics;
    }

    @Override
    public boolean intend(Lease lease, CallIntent intent) {
        var kept = keep(lease, Topic.BOT_INTENTS, intent);
        kept.ifPresent(at -> reached(lease.partition(), new JournalEnds(at.offset() + 1, 0)));
        return kept.isPresent();
    }

    @Override
    public boolean conclude(Lease lease, CallOutcome outcome, @Nullable GatewayId replyTo) {
        tracing.current().put(OUTCOME, outcome.kind());
        var kept = keep(lease, Topic.BOT_OUTCOMES, outcome);
        kept.ifPresent(at -> {
            reached(lease.partition(), new JournalEnds(0, at.offset() + 1));
            metrics.ended(outcome);
            reply(outcome, replyTo);
        });
        return kept.isPresent();
    }

    @Override
    public boolean tell(Lease lease, OutboxEntry entry) {
        var event = entry.event();
        tracing.current().put(OUTCOME, event.kind());
        var kept = keep(lease, event instanceof CallOutcome ? Topic.BOT_OUTCOMES : Topic.BOT_EVENTS, event);
        if (kept.isEmpty()) {
            return false;
        }
        if (event instanceof CallOutcome outcome) {
            metrics.ended(outcome);
        }
        reply(event, entry.replyTo());
        outbox.published(event);
        return true;
    }

    /** Says that a call waits. Losing it costs an operation that says so. */
    void mention(CallParked parked) {
        var _ = sender.send(codec.encode(Topic.BOT_OUTCOMES, parked));
    }

    /** How far this partition's intents and outcomes are known to be written. */
    JournalEnds endsOf(int partition) {
        return ends.getOrDefault(partition, JournalEnds.START);
    }

    void reached(int partition, JournalEnds seen) {
        ends.merge(partition, seen, JournalEnds::atLeast);
    }

    /** Tries once even when the lease has ended: how a call ended is worth telling late. */
    private Optional<RecordMetadata> keep(Lease lease, Topic topic, Message message) {
        do {
            try {
                return Optional.of(sender.send(codec.encode(topic, message)).get());
            } catch (ExecutionException _) {
                // Sent again below: the reader collapses what arrives twice.
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        } while (!lease.endsWithin(BETWEEN_TRIES));
        return Optional.empty();
    }

    /** A copy for whoever waits; losing it costs a look at the operation. */
    private void reply(Message message, @Nullable GatewayId replyTo) {
        if (replyTo != null) {
            var _ = sender.send(ReplyRoute.encode(codec, message, replyTo, partitions));
        }
    }
}
