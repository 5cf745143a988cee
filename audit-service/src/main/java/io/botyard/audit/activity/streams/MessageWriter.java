package io.botyard.audit.activity.streams;

import io.botyard.contract.Message;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/** Messages as any other part of Botyard writes them, with their attributes in the record's headers. */
final class MessageWriter<M extends Message> implements Serializer<M> {
    static final String SOURCE = "/botyard/audit-service/activity";
    private static final MessageCodec CODEC = new MessageCodec(SOURCE);
    private final Topic topic;

    MessageWriter(Topic topic) {
        this.topic = topic;
    }

    @Override
    public byte[] serialize(String name, Headers headers, M message) {
        var record = CODEC.encode(topic, message);
        record.headers().forEach(header -> headers.remove(header.key()).add(header));
        return record.value();
    }

    @Override
    public byte[] serialize(String name, M message) {
        throw new UnsupportedOperationException("a message without headers tells nobody what it is");
    }
}
