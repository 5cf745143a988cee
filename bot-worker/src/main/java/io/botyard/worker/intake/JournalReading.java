package io.botyard.worker.intake;

import static java.util.stream.Collectors.toMap;

import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.wire.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the last owner of one partition left, and what has been read so far of its intents and outcomes. */
final class JournalReading {

    private final TopicPartition intents;
    private final TopicPartition outcomes;
    private final TopicPartition calls;
    private final Map<TopicPartition, Long> offsets;
    private final Map<TopicPartition, Long> below;
    private final JournalEnds starts;
    private final JournalEnds ends;
    private final JournalEnds from;
    private final Map<CommandId, Instant> begun = new HashMap<>();
    private final Set<CommandId> ended = new HashSet<>();

    /** What Kafka says of all topics, those of this partition among them. */
    JournalReading(
            int partition,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends) {
        this.intents = of(Topic.BOT_INTENTS, partition);
        this.outcomes = of(Topic.BOT_OUTCOMES, partition);
        this.calls = of(Topic.BOT_CALLS, partition);
        this.starts = new JournalEnds(at(starts, intents), at(starts, outcomes));
        this.ends = new JournalEnds(at(ends, intents), at(ends, outcomes));
        var inputs = Inputs.TOPICS.stream().map(topic -> of(topic, partition)).toList();
        this.offsets = inputs.stream()
                .collect(toMap(
                        input -> input,
                        input -> Optional.ofNullable(committed.get(input))
                                .map(OffsetAndMetadata::offset)
                                .orElseGet(() -> at(starts, input))));
        this.below = inputs.stream().collect(toMap(input -> input, input -> at(ends, input)));
        // Where nothing comes again, nothing that was begun has to be known.
        this.from = inputs.stream()
                .filter(input -> at(offsets, input) < at(below, input))
                .map(input -> began(Optional.ofNullable(committed.get(input))))
                .reduce(JournalEnds::earlier)
                .orElse(this.ends);
    }

    static TopicPartition of(Topic topic, int partition) {
        return new TopicPartition(topic.topicName(), partition);
    }

    /** What has never been committed may have been begun since the journal began. */
    private static JournalEnds began(Optional<OffsetAndMetadata> committed) {
        return committed.flatMap(offset -> JournalEnds.parse(offset.metadata())).orElse(JournalEnds.START);
    }

    private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition), "Kafka did not say where a partition starts and ends");
    }

    /** What there is to read, and from which offset. */
    Map<TopicPartition, Long> sources() {
        var first = from.atLeast(starts);
        Map<TopicPartition, Long> sources = new HashMap<>();
        if (first.intents() < ends.intents()) {
            sources.put(intents, first.intents());
        }
        if (first.outcomes() < ends.outcomes()) {
            sources.put(outcomes, first.outcomes());
        }
        return sources;
    }

    /** Whether a reader that has come this far in one of the sources has read it to its end. */
    boolean ends(TopicPartition source, long position) {
        return position >= (source.equals(intents) ? ends.intents() : ends.outcomes());
    }

    void heard(Message message) {
        switch (message) {
            case CallIntent intent -> begun.put(intent.commandId(), intent.until());
            case CallOutcome outcome -> ended.add(outcome.head().commandId());
            default -> {
                // What else is said of calls neither begins nor ends one.
            }
        }
    }

    Handover handover(Instant now) {
        begun.keySet().removeAll(ended);
        var forgotten = from.intents() < starts.intents();
        var knowledge = new Knowledge(ended, begun, forgotten ? at(below, calls) : 0, now);
        return new Handover(offsets, knowledge, ends, new Past(from, below));
    }
}
