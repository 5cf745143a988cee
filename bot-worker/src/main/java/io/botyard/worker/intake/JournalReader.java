package io.botyard.worker.intake;

import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.event.CallEvent;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UnreadableRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads what the last owner of a partition committed, and what it wrote of its calls since. */
final class JournalReader implements AutoCloseable {

    /**
     * Where to go on, and what is known of the calls that come again.
     *
     * @param ends how far the journal was written when it was read
     * @param past what an earlier owner may have begun
     */
    record Handover(Map<TopicPartition, Long> offsets, Knowledge knowledge, JournalEnds ends, Past past) {}

    private final KafkaConsumer<String, byte[]> consumer;
    private final MessageCodec codec;
    private final Clock clock;
    private final BiConsumer<ConsumerRecord<String, byte[]>, String> poison;

    /**
     * Reads as this group, but not as a member of it.
     *
     * @param poison takes what cannot be read, and why
     */
    JournalReader(
            KafkaConnection kafka,
            String group,
            MessageCodec codec,
            Clock clock,
            BiConsumer<ConsumerRecord<String, byte[]>, String> poison) {
        var settings = new HashMap<>(kafka.consumer());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        this.consumer = new KafkaConsumer<>(settings);
        this.codec = codec;
        this.clock = clock;
        this.poison = poison;
    }

    Handover read(int partition) {
        var inputs = Intake.INPUTS.stream()
                .map(topic -> new TopicPartition(topic.topicName(), partition))
                .collect(Collectors.toSet());
        var committed = consumer.committed(inputs);
        var starts = consumer.beginningOffsets(inputs);
        var offsets = inputs.stream()
                .collect(Collectors.toMap(
                        input -> input,
                        input -> Optional.ofNullable(committed.get(input))
                                .map(OffsetAndMetadata::offset)
                                .orElseGet(() -> of(starts, input))));
        var below = consumer.endOffsets(inputs);
        var from = inputs.stream()
                .filter(input -> of(offsets, input) < of(below, input))
                .map(input -> from(committed.get(input)))
                .reduce(JournalEnds::earlier);
        return withJournal(partition, offsets, below, from);
    }

    /** What has never been committed may have been begun since the journal began. */
    private static JournalEnds from(@Nullable OffsetAndMetadata committed) {
        return Optional.ofNullable(committed)
                .flatMap(offset -> JournalEnds.parse(offset.metadata()))
                .orElse(JournalEnds.START);
    }

    /** @param earliest position of the topics that have something to be read again; none when none has */
    private Handover withJournal(
            int partition,
            Map<TopicPartition, Long> offsets,
            Map<TopicPartition, Long> below,
            Optional<JournalEnds> earliest) {
        var intents = new TopicPartition(Topic.BOT_INTENTS.topicName(), partition);
        var outcomes = new TopicPartition(Topic.BOT_OUTCOMES.topicName(), partition);
        var calls = new TopicPartition(Topic.BOT_CALLS.topicName(), partition);
        var starts = consumer.beginningOffsets(List.of(intents, outcomes));
        var ends = consumer.endOffsets(List.of(intents, outcomes));
        var reached = new JournalEnds(of(ends, intents), of(ends, outcomes));
        var from = earliest.orElse(reached);

        Map<CommandId, Instant> begun = new HashMap<>();
        Set<CommandId> ended = new HashSet<>();
        readAll(
                intents,
                Math.max(from.intents(), of(starts, intents)),
                of(ends, intents),
                CallIntent.class,
                intent -> begun.put(intent.commandId(), intent.until()));
        readAll(
                outcomes,
                Math.max(from.outcomes(), of(starts, outcomes)),
                of(ends, outcomes),
                CallEvent.class,
                said -> {
                    if (said instanceof CallOutcome end) {
                        ended.add(end.head().commandId());
                    }
                });
        begun.keySet().removeAll(ended);

        var forgotten = from.intents() < of(starts, intents);
        return new Handover(
                offsets,
                new Knowledge(ended, begun, forgotten ? of(below, calls) : 0, clock.instant()),
                reached,
                new Past(from, below));
    }

    private static long of(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition), "Kafka did not say where a partition starts and ends");
    }

    private <M extends Message> void readAll(
            TopicPartition source, long from, long to, Class<M> type, Consumer<M> reader) {
        consumer.assign(List.of(source));
        consumer.seek(source, from);
        while (consumer.position(source) < to) {
            for (var record : consumer.poll(Duration.ofMillis(100))) {
                try {
                    reader.accept(codec.decode(record, type));
                } catch (UnreadableRecord unreadable) {
                    poison.accept(record, String.valueOf(unreadable.getMessage()));
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
