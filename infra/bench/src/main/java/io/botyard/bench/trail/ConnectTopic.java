package io.botyard.bench.trail;

import io.botyard.contract.EventId;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import io.botyard.contract.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A topic whose records are the rows of one table already, as Kafka Connect reads them: flat, with a schema.
 *
 * @param name of the topic and of the table
 * @param key the column whose value tells a repeat
 * @param ours the table that the audit service has for such rows
 */
record ConnectTopic(String name, String key, String ours) {

    static final ConnectTopic ENTRIES = new ConnectTopic("connect_entries", "event_id", "entries");
    static final ConnectTopic OPERATIONS = new ConnectTopic("connect_operations", "operation_id", "operations");

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
        var fields = types(message).entrySet().stream()
                .map(field -> Map.of(
                        "field",
                        field.getKey(),
                        "type",
                        field.getValue(),
                        "optional",
                        !field.getKey().equals(key)))
                .toList();
        return WireJson.mapper()
                .writeValueAsString(Map.of("type", "struct", "optional", false, "name", name, "fields", fields));
    }

    /** The table they go into. */
    String table(Message message) {
        return types(message).entrySet().stream()
                .map(field -> field.getKey() + " "
                        + switch (field.getValue()) {
                            case "int64" -> "bigint";
                            case "boolean" -> "boolean";
                            default -> "text";
                        })
                .collect(Collectors.joining(", ", "CREATE TABLE audit." + name + " (", ", PRIMARY KEY (" + key + "))"));
    }

    private static Map<String, String> types(Message message) {
        var row = Row.of(message, 1);
        var names = names(row);
        var types = new LinkedHashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            types.put(names.get(i), type(plain(row.values().get(i))));
        }
        return types;
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
