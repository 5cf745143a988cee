package io.botyard.contract.wire;

import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.tracing.Kind;
import io.botyard.tracing.Span;
import io.botyard.tracing.Tracing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * CloudEvents attributes as Kafka headers (binary content mode).
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     binding</a>
 */
public final class CloudEvents {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    static final String SOURCE = "ce_source";
    static final String TIME = "ce_time";
    static final String SUBJECT = "ce_subject";
    static final String SPEC_VERSION = "ce_specversion";
    static final String CONTENT_TYPE = "content-type";

    private CloudEvents() {}

    static Headers of(Message message, String source) {
        var headers = new RecordHeaders();
        add(headers, SPEC_VERSION, "1.0");
        add(headers, ID, message.messageId().toString());
        add(headers, TYPE, MessageTypes.nameOf(message.getClass()));
        add(headers, SOURCE, source);
        add(headers, TIME, timeOf(message.said()));
        add(headers, SUBJECT, message.userId().toString());
        add(headers, CONTENT_TYPE, "application/json");
        return headers;
    }

    /** The attribute's text, or nothing when the header is absent. */
    public static Optional<String> read(Headers headers, String attribute) {
        return Optional.ofNullable(headers.lastHeader(attribute))
                .map(header -> header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
    }

    /** The command a record in a command topic belongs to, when at least that can be read. */
    public static Optional<CommandId> commandId(Headers headers) {
        try {
            return read(headers, ID).map(UUID::fromString).map(CommandId::new);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** A step of the trace that a record carries, or of a new one. It costs nothing where nothing is traced. */
    public static Span begin(Tracing tracing, String what, ConsumerRecord<?, ?> record) {
        return tracing.on()
                ? tracing.begin(
                        Kind.CONSUMER,
                        what,
                        record.topic(),
                        read(record.headers(), Tracing.HEADER).orElse(null))
                : tracing.current();
    }

    static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String timeOf(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS));
    }
}
