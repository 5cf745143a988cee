package io.botyard.gateway.identity;

import io.botyard.contract.Message;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.wire.MessageTypes;
import io.botyard.contract.wire.WireJson;
import io.botyard.gateway.access.AccessLog;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Access records, and commands to workers, that commit with the change they belong to, and wait here for Kafka. */
@Component
class Outbox implements AccessLog {

    private static final Map<String, Class<? extends Message>> TYPES = MessageTypes.all().values().stream()
            .filter(type -> AccessEvent.class.isAssignableFrom(type) || ControlCommand.class.isAssignableFrom(type))
            .collect(Collectors.toUnmodifiableMap(Message::kindOf, type -> type));

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(AccessEvent event) {
        keep(event);
    }

    @Override
    public void order(ControlCommand command) {
        keep(command);
    }

    private void keep(Message message) {
        jdbc.sql("INSERT INTO identity.outbox (id, type, body) VALUES (:id, :type, CAST(:body AS jsonb))")
                .param("id", message.messageId())
                .param("type", message.kind())
                .param("body", WireJson.mapper().writeValueAsString(message))
                .update();
    }

    /** The oldest unpublished; empty while another gateway is at them. Within a transaction. */
    List<Message> take(int most) {
        var mine = jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('identity.outbox'))")
                .query(Boolean.class)
                .single();
        return mine
                ? jdbc.sql("SELECT type, body FROM identity.outbox WHERE published_at IS NULL ORDER BY seq LIMIT :most")
                        .param("most", most)
                        .query((row, number) -> message(row.getString("type"), row.getString("body")))
                        .list()
                : List.of();
    }

    void published(List<Message> messages, Instant at) {
        jdbc.sql("UPDATE identity.outbox SET published_at = :at WHERE id = ANY(:ids)")
                .param("at", Timestamp.from(at))
                .param("ids", messages.stream().map(Message::messageId).toArray(UUID[]::new))
                .update();
    }

    void forgetPublishedBefore(Instant then) {
        jdbc.sql("DELETE FROM identity.outbox WHERE published_at < :then")
                .param("then", Timestamp.from(then))
                .update();
    }

    private static Message message(String type, String body) {
        var known = TYPES.get(type);
        if (known == null) {
            throw new IllegalStateException("the outbox holds an unknown record: " + type);
        }
        return WireJson.mapper().readValue(body, known);
    }
}
