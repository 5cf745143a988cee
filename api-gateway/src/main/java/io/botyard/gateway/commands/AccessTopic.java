package io.botyard.gateway.commands;

import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.access.AccessRecords;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Access records on their topic. */
@Component
final class AccessTopic implements AccessRecords {

    private final KafkaSender sender;
    private final MessageCodec codec;

    AccessTopic(KafkaSender sender, MessageCodec codec) {
        this.sender = sender;
        this.codec = codec;
    }

    @Override
    public CompletableFuture<?> publish(AccessEvent event) {
        return sender.send(codec.encode(Topic.AUDIT_ACCESS, event));
    }
}
