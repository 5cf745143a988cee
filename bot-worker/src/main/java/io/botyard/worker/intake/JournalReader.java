package io.botyard.worker.intake;

import static java.util.stream.Collectors.toMap;

import io.botyard.contract.Message;
import io.botyard.contract.event.CallEvent;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UnreadableRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads what the last owners of partitions committed, and what they wrote of their calls since. */
final class JournalReader implements AutoCloseable {

    private static final List<Topic> JOURNAL = List.of(Topic.BOT_INTENTS, Topic.BOT_OUTCOMES);
    private static final Duration POLL = Duration.ofMillis(100);

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

    /** Reads all of them at once, and hands each over when it is read: none waits for one that is longer. */
    void read(Collection<Integer> partitions, BiConsumer<Integer, Handover> over) {
        var unread = readings(partitions);
        var sources = new HashMap<TopicPartition, Long>();
        unread.values().forEach(reading -> sources.putAll(reading.sources()));
        consumer.assign(sources.keySet());
        sources.forEach(consumer::seek);

        handOver(unread, over);
        while (!unread.isEmpty()) {
            for (var record : consumer.poll(POLL)) {
                Optional.ofNullable(unread.get(record.partition()))
                        .ifPresent(reading -> decoded(record).ifPresent(reading::heard));
            }
            handOver(unread, over);
        }
        consumer.unsubscribe();
    }

    private Map<Integer, JournalReading> readings(Collection<Integer> partitions) {
        var inputs = of(Inputs.TOPICS, partitions);
        var journals = of(JOURNAL, partitions);
        var committed = consumer.committed(Set.copyOf(inputs));
        var starts = consumer.beginningOffsets(
                Stream.concat(inputs.stream(), journals.stream()).toList());
        // The journal is asked last: whatever was begun of the inputs up to their ends is in it.
        var ends = new HashMap<>(consumer.endOffsets(inputs));
        ends.putAll(consumer.endOffsets(journals));
        return new HashMap<>(partitions.stream()
                .collect(toMap(
                        partition -> partition, partition -> new JournalReading(partition, committed, starts, ends))));
    }

    private static List<TopicPartition> of(List<Topic> topics, Collection<Integer> partitions) {
        return partitions.stream()
                .flatMap(partition -> topics.stream().map(topic -> JournalReading.of(topic, partition)))
                .toList();
    }

    /** Takes what is read to its end out of what is unread. */
    private void handOver(Map<Integer, JournalReading> unread, BiConsumer<Integer, Handover> over) {
        for (var partition : List.copyOf(unread.keySet())) {
            var reading = unread.get(partition);
            if (reading != null && isRead(reading)) {
                consumer.pause(reading.sources().keySet());
                unread.remove(partition);
                over.accept(partition, reading.handover(clock.instant()));
            }
        }
    }

    private boolean isRead(JournalReading reading) {
        return reading.sources().keySet().stream().allMatch(source -> reading.ends(source, consumer.position(source)));
    }

    private Optional<Message> decoded(ConsumerRecord<String, byte[]> record) {
        var expected = record.topic().equals(Topic.BOT_INTENTS.topicName()) ? CallIntent.class : CallEvent.class;
        try {
            return Optional.of(codec.decode(record, expected));
        } catch (UnreadableRecord unreadable) {
            poison.accept(record, String.valueOf(unreadable.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
