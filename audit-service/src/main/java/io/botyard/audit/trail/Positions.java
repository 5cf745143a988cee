package io.botyard.audit.trail;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each input was read: what Kafka calls committed offsets, kept where the entries are. */
@Component
final class Positions {
    private final JdbcClient sql;

    Positions(JdbcClient sql) {
        this.sql = sql;
    }

    /** The offsets to read next, as far as they are known. */
    Map<TopicPartition, Long> all() {
        var positions = new HashMap<TopicPartition, Long>();
        sql.sql("SELECT topic, partition, next FROM audit.positions").query(row -> {
            positions.put(new TopicPartition(row.getString("topic"), row.getInt("partition")), row.getLong("next"));
        });
        return positions;
    }

    /** Begins partitions that nobody has begun; those that somebody has stay where they are. */
    void begin(Map<TopicPartition, Long> offsets) {
        offsets.forEach((partition, next) -> sql.sql("""
                        INSERT INTO audit.positions (topic, partition, next) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(partition.topic(), partition.partition(), next)
                .update());
    }

    /**
     * Moves positions, and holds them until the transaction ends: nobody else then keeps anything of the users in these
     * partitions, whichever topic it comes from.
     *
     * @throws Replaced when one is not where it was expected
     */
    void advance(Map<TopicPartition, Advance> advances) {
        lock(advances.keySet());
        var places = List.copyOf(advances.keySet());
        var moved = sql.sql("""
                        UPDATE audit.positions place SET next = moved.next
                        FROM unnest(?, ?, ?, ?) moved (topic, partition, expected, next)
                        WHERE place.topic = moved.topic AND place.partition = moved.partition
                            AND place.next = moved.expected
                        RETURNING place.topic, place.partition""")
                .params(
                        places.stream().map(TopicPartition::topic).toArray(String[]::new),
                        places.stream().map(TopicPartition::partition).toArray(Integer[]::new),
                        places.stream()
                                .map(place -> advance(advances, place).expected())
                                .toArray(Long[]::new),
                        places.stream()
                                .map(place -> advance(advances, place).next())
                                .toArray(Long[]::new))
                .query((row, _) -> new TopicPartition(row.getString("topic"), row.getInt("partition")))
                .set();
        for (var place : places) {
            if (!moved.contains(place)) {
                throw new Replaced(place.topic(), place.partition());
            }
        }
    }

    private static Advance advance(Map<TopicPartition, Advance> advances, TopicPartition place) {
        return Objects.requireNonNull(advances.get(place));
    }

    /** In one order for everybody, so that two instances wait for each other instead of dying together. */
    private void lock(Collection<TopicPartition> partitions) {
        var numbers =
                partitions.stream().map(TopicPartition::partition).distinct().toArray(Integer[]::new);
        sql.sql("""
                        SELECT 1 FROM audit.positions WHERE partition = ANY (?)
                        ORDER BY partition, topic FOR UPDATE""").param(numbers).query(Integer.class).list();
    }
}
