package io.botyard.audit.trail.seal;

import io.botyard.audit.entry.Entry;
import io.botyard.audit.entry.Statement;
import io.botyard.audit.entry.Statements;
import io.botyard.audit.trail.rows.EntryRow;
import io.botyard.contract.EventId;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.contract.wire.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what was recorded by an instance that did not live to sign it. An entry counts when Kafka tells what it says;
 * one that only stands in the database does not.
 */
@Component
final class Retold {
    /** Where entries come from. */
    static final Map<String, Class<? extends Message>> TOPICS =
            Map.of(Topic.BOT_EVENTS.topicName(), BotEvent.class, Topic.AUDIT_ACCESS.topicName(), AccessEvent.class);

    private static final MessageCodec CODEC = new MessageCodec("/botyard/audit-service");
    private final JdbcClient sql;

    Retold(JdbcClient sql) {
        this.sql = sql;
    }

    /** How far these topics were read of a partition. */
    static Map<String, Long> sources(int partition, Map<TopicPartition, Long> positions) {
        var sources = new TreeMap<String, Long>();
        positions.forEach((place, position) -> {
            if (place.partition() == partition && TOPICS.containsKey(place.topic())) {
                sources.put(place.topic(), position);
            }
        });
        return sources;
    }

    /** The entries of what is in these topics of a partition between two positions, by user and in their order. */
    List<Entry> entries(Stretch kafka, int partition, Map<String, Long> from, Map<String, Long> to) {
        var told = new HashMap<EventId, Statement>();
        var many = new HashMap<UserId, Integer>();
        TOPICS.forEach((topic, type) -> kafka.read(
                new TopicPartition(topic, partition),
                from.getOrDefault(topic, 0L),
                to.getOrDefault(topic, 0L),
                record -> {
                    var statement = statement(record, type);
                    if (statement != null) {
                        told.putIfAbsent(statement.eventId(), statement);
                        many.merge(statement.userId(), 1, Integer::sum);
                    }
                }));
        return newest(many).stream()
                .filter(entry -> entry.says().equals(told.get(entry.says().eventId())))
                .toList();
    }

    /** So many of each user, the last ones; some more, in case that somebody put others among them. */
    private List<Entry> newest(Map<UserId, Integer> many) {
        return sql
                .sql("SELECT " + EntryRow.COLUMNS + """
                         FROM unnest(?, ?) AS told (teller, many) CROSS JOIN LATERAL (
                            SELECT * FROM audit.entries WHERE user_id = told.teller ORDER BY seq DESC LIMIT told.many + 100
                        ) last ORDER BY user_id, seq""")
                .params(
                        many.keySet().stream().map(UserId::value).toArray(Long[]::new),
                        many.values().toArray(Integer[]::new))
                .query((row, _) -> readable(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** A row that is none of ours any more is not signed, and stops nobody. */
    private static Optional<Entry> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(EntryRow.read(row));
        } catch (IllegalArgumentException tampered) {
            return Optional.empty();
        }
    }

    private static @Nullable Statement statement(ConsumerRecord<String, byte[]> record, Class<? extends Message> type) {
        try {
            return switch (CODEC.decode(record, type)) {
                case BotEvent event -> Statements.of(event);
                case AccessEvent event -> Statements.of(event);
                default -> null;
            };
        } catch (UnreadableRecord setAside) {
            return null;
        }
    }
}
