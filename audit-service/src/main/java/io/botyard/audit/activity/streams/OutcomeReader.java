package io.botyard.audit.activity.streams;

import io.botyard.contract.event.CallEvent;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.UnreadableRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** What {@code bot.outcomes} carries. */
final class OutcomeReader implements Deserializer<CallEvent> {
    private static final MessageCodec CODEC = new MessageCodec(MessageWriter.SOURCE);

    @Override
    public CallEvent deserialize(String topic, Headers headers, byte @Nullable [] value) {
        return CODEC.read(topic, headers, value, CallEvent.class);
    }

    @Override
    public CallEvent deserialize(String topic, byte @Nullable [] value) {
        throw new UnreadableRecord("no headers");
    }
}
