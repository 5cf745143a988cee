package io.botyard.audit.trail;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions this instance reads and where it stands in each. A partition is paused from the moment it is assigned
 * until its position has been looked up. All of it happens on the consumer's thread.
 */
final class Assignment implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);
    private final Consumer<String, byte[]> consumer;
    private final Positions positions;
    private final KeepingAhead keeping;
    private final Map<TopicPartition, Long> standing = new HashMap<>();
    private boolean placed;

    Assignment(Consumer<String, byte[]> consumer, Positions positions, KeepingAhead keeping) {
        this.consumer = consumer;
        this.positions = positions;
        this.keeping = keeping;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        placed = false;
        LOG.atInfo().addKeyValue("partitions", partitions.size()).log("partitions assigned");
    }

    /** What is under way ends first: whoever comes next would find its positions moved, and begin again. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        keeping.await();
        partitions.forEach(standing::remove);
    }

    boolean placed() {
        return placed;
    }

    boolean isEmpty() {
        return consumer.assignment().isEmpty();
    }

    /** Stops reading until {@link #place()}: what was fetched and not kept must be read again. */
    void forget() {
        placed = false;
        standing.clear();
        consumer.pause(consumer.assignment());
    }

    /** Goes to the stored position of every partition, or to its beginning where none is stored, and reads on. */
    void place() {
        var mine = consumer.assignment();
        var stored = positions.all();
        var beginnings = consumer.beginningOffsets(mine);
        var missing = mine.stream()
                .filter(partition -> !stored.containsKey(partition))
                .collect(Collectors.toMap(partition -> partition, beginnings::get));
        if (!missing.isEmpty()) {
            positions.begin(missing);
            stored.putAll(positions.all());
        }
        standing.clear();
        for (var partition : mine) {
            var next = stored.getOrDefault(partition, 0L);
            reportGap(partition, next, beginnings.getOrDefault(partition, 0L));
            standing.put(partition, next);
            consumer.seek(partition, next);
        }
        consumer.resume(mine);
        placed = true;
    }

    Map<TopicPartition, Long> standing() {
        return Map.copyOf(standing);
    }

    /** A partition that was taken away meanwhile stays away. */
    void moved(Batch batch) {
        batch.advances().forEach((partition, advance) -> standing.replace(partition, advance.next()));
    }

    private static void reportGap(TopicPartition partition, long next, long beginning) {
        if (next < beginning) {
            LOG.atError()
                    .addKeyValue("topic", partition.topic())
                    .addKeyValue("partition", partition.partition())
                    .addKeyValue("offset", next)
                    .addKeyValue("missing", beginning - next)
                    .log("records expired before they were read");
        }
    }
}
