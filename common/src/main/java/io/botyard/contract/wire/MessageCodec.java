package io.botyard.contract.wire;

import io.botyard.contract.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Messages as Kafka records and back: key = user id as text, attributes in CloudEvents headers, value = JSON. */
public final class MessageCodec {

    private final String source;

    /**
     * @param source what this process calls itself in {@code ce_source}, such as {@code /botyard/gateway/a1}
     */
    public MessageCodec(String source) {
        this.source = source;
    }

    public ProducerRecord<String, byte[]> encode(Topic topic, Message message) {
        return new ProducerRecord<>(
                topic.topicName(),
                null,
                message.userId().toString(),
                WireJson.mapper().writeValueAsBytes(message),
                CloudEvents.of(message, source));
    }

    /**
     * The message of a record.
     *
     * @param expected what this topic carries
     * @throws UnreadableRecord when it is of another or an unknown type, is not what its type asks for, or its key is
     *     not its user: then it belongs in the dead-letter topic
     */
    public <M extends Message> M decode(ConsumerRecord<String, byte[]> record, Class<M> expected) {
        var message = read(record.topic(), record.headers(), record.value(), expected);
        if (!message.userId().toString().equals(record.key())) {
            throw new UnreadableRecord("the key is not the record's user id");
        }
        return message;
    }

    /**
     * The same where the key is not at hand. Whose lane it came by must be looked at before it is believed.
     *
     * @throws UnreadableRecord as {@link #decode} does, but for the key
     */
    public <M extends Message> M read(String topic, Headers headers, byte @Nullable [] value, Class<M> expected) {
        var name = CloudEvents.read(headers, CloudEvents.TYPE)
                .orElseThrow(() -> new UnreadableRecord("no ce_type header"));
        var type = MessageTypes.named(name).orElseThrow(() -> new UnreadableRecord("unknown type " + name));
        if (!expected.isAssignableFrom(type)) {
            throw new UnreadableRecord(name + " does not belong in " + topic);
        }
        return expected.cast(parse(value, type));
    }

    private static Message parse(byte @Nullable [] value, Class<? extends Message> type) {
        if (value == null) {
            throw new UnreadableRecord("no value");
        }
        try {
            return Complete.checked(WireJson.mapper().readValue(value, type));
        } catch (JacksonException | IllegalArgumentException malformed) {
            // The parser's message may quote the value, and values hold what must not be logged.
            throw new UnreadableRecord("not a " + Message.kindOf(type) + ": "
                    + malformed.getClass().getSimpleName());
        }
    }
}
