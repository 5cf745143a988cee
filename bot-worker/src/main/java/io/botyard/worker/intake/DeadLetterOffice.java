package io.botyard.worker.intake;

import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CommandFailed;
import io.botyard.contract.event.EventHead;
import io.botyard.contract.wire.CloudEvents;
import io.botyard.contract.wire.DeadLetters;
import io.botyard.contract.wire.Topic;
import io.botyard.worker.call.CallJournal;
import io.botyard.worker.store.Change;
import io.botyard.worker.store.Changes;
import io.botyard.worker.store.Lease;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place for records that cannot be handled: set aside, counted, and their operation ends as failed. */
final class DeadLetterOffice {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterOffice.class);
    private static final String UNKNOWN = "unknown";
    private static final String MESSAGE = "Botyard could not carry this out; it has been recorded.";
    private static final Pattern USER = Pattern.compile("\\d{1,18}");

    private final DeadLetters letters;
    private final CallJournal journal;
    private final Changes changes;
    private final MeterRegistry meters;
    private final Clock clock;

    DeadLetterOffice(DeadLetters letters, CallJournal journal, Changes changes, MeterRegistry meters, Clock clock) {
        this.letters = letters;
        this.journal = journal;
        this.changes = changes;
        this.meters = meters;
        this.clock = clock;
        Inputs.TOPICS.forEach(topic -> letters(topic.topicName()));
    }

    /** Whether the record is set aside and its operation ended; not when the lease ended before. */
    boolean accept(Lease lease, ConsumerRecord<String, byte[]> record, String cause) {
        setAside(record, cause);
        return head(record).map(head -> end(lease, record, head)).orElse(true);
    }

    private Counter letters(String topic) {
        return meters.counter("botyard.dead.letters", "topic", topic);
    }

    /**
     * Keeps a record that belongs to no operation.
     *
     * @throws KafkaException when Kafka does not take it now
     */
    void setAside(ConsumerRecord<String, byte[]> record, String cause) {
        try {
            letters.bury(record, cause).get();
        } catch (ExecutionException failure) {
            throw new KafkaException("the dead letter was not taken", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped before the dead letter was taken", stop);
        }
        letters(record.topic()).increment();
        LOG.atError()
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("reason", cause)
                .log("record set aside");
    }

    private boolean end(Lease lease, ConsumerRecord<String, byte[]> record, EventHead head) {
        if (record.topic().equals(Topic.BOT_CALLS.topicName())) {
            var error = new CallError(CallError.INTERNAL, MESSAGE, null);
            // Not by an owner of yesterday: the next one may carry it out.
            return lease.becomesTrusted()
                    && journal.conclude(lease, new CallFailed(head, new CallHead(null, UNKNOWN, null, 0), error), null);
        }
        var change = changes.failed(lease, new CommandFailed(head, UNKNOWN, CallError.INTERNAL, MESSAGE));
        return !(change instanceof Change.Kept(var _, var told)) || journal.tell(lease, told);
    }

    /** Who and what it was about, as far as the headers and the key still say. */
    private Optional<EventHead> head(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || !USER.matcher(record.key()).matches()) {
            return Optional.empty();
        }
        var user = new UserId(Long.parseLong(record.key()));
        var kind = record.topic().equals(Topic.BOT_CALLS.topicName()) ? CallOutcome.KIND : "command_failed";
        return CloudEvents.commandId(record.headers()).map(command -> head(user, command, kind));
    }

    private EventHead head(UserId user, CommandId command, String kind) {
        return EventHead.ofItself(command, user, kind, 0, clock.instant());
    }
}
