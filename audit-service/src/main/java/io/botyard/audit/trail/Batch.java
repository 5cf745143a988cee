package io.botyard.audit.trail;

import io.botyard.contract.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/** Records to be kept in one transaction, and the positions that move with them. */
record Batch(List<Reading> readings, Map<TopicPartition, Advance> advances) {
    /**
     * @param positions where this instance stands in each partition
     */
    static Batch of(List<Reading> readings, Map<TopicPartition, Long> positions) {
        var advances = new HashMap<TopicPartition, Advance>();
        for (var reading : readings) {
            var partition = reading.partition();
            var expected = Objects.requireNonNull(positions.get(partition), "read without a position");
            advances.put(partition, new Advance(expected, reading.record().offset() + 1));
        }
        return new Batch(List.copyOf(readings), Map.copyOf(advances));
    }

    List<Message> messages() {
        return readings.stream()
                .map(Reading::message)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    List<Reading> unreadable() {
        return readings.stream().filter(reading -> reading.cause() != null).toList();
    }

    /** The same records one by one, each moving its position by itself. */
    List<Batch> singles() {
        var positions = new HashMap<TopicPartition, Long>();
        advances.forEach((partition, advance) -> positions.put(partition, advance.expected()));
        var singles = new ArrayList<Batch>();
        for (var reading : readings) {
            singles.add(of(List.of(reading), positions));
            positions.put(reading.partition(), reading.record().offset() + 1);
        }
        return singles;
    }

    /** Moves the positions and keeps nothing. */
    Batch skipped() {
        return new Batch(List.of(), advances);
    }
}
