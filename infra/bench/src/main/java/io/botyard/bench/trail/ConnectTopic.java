package io.botyard.bench.trail;

import io.botyard.contract.EventId;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import io.botyard.contract.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A topic whose records are the rows of one table already, as Kafka Connect reads them: flat, with a schema.
 *
 * @param name of the topic and of the table
 * @param key the column whose value tells a repeat
 */
record ConnectTopic(String name, String key) {

    static final ConnectTopic ENTRIES = new ConnectTopic("connect_entries", "event_id");
    static final ConnectTopic OPERATIONS = new ConnectTopic("connect_operations", "operation_id");

    /** The row that this message becomes, in the topic of its table. */
    static ProducerRecord<String, byte[]> record(Message message) {
        var row = Row.of(message, 1);
        var topic = row.columns().equals(Row.ENTRIES) ? ENTRIES : OPERATIONS;
        var fields = new LinkedHashMap<String, @Nullable Object>();
        var names = names(row);
        for (var i = 0; i < names.size(); i++) {
            fields.put(names.get(i), plain(row.values().get(i)));
        }
        var json = WireJson.mapper().writeValueAsString(fields);
        return new ProducerRecord<>(topic.name(), message.userId().toString(), json.getBytes(StandardCharsets.UTF_8));
    }

    /** Kafka Connect's schema of rows like that of this message. */
    String schema(Message message) {
        var row = Row.of(message, 1);
        var names = names(row);
        var fields = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            fields.add(Map.of("field", name, "type", type(plain(row.values().get(i))), "optional", !name.equals(key)));
        }
        return WireJson.mapper()
                .writeValueAsString(Map.of("type", "struct", "optional", false, "name", name, "fields", fields));
    }

    private static List<String> names(Row row) {
        var columns = row.columns();
        return List.of(columns.substring(columns.indexOf('(') + 1, columns.indexOf(')'))
                .strip()
                .split(",\\s*", -1));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case UserId user -> user.value();
            case EventId event -> event.toString();
            case Integer number -> number.longValue();
            case Long number -> number;
            case Boolean flag -> flag;
            default -> value.toString();
        };
    }

    private static String type(@Nullable Object value) {
        return switch (value) {
            case Long _ -> "int64";
            case Boolean _ -> "boolean";
            case null, default -> "string";
        };
    }
}
