package io.botyard.gateway.commands;

import io.botyard.contract.Message;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.gateway.access.Outlet;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Access records and commands, each on its topic. */
@Component
final class KafkaOutlet implements Outlet {

    private final KafkaSender sender;
    private final MessageCodec codec;

    KafkaOutlet(KafkaSender sender, MessageCodec codec) {
        this.sender = sender;
        this.codec = codec;
    }

    @Override
    public CompletableFuture<?> publish(Message message) {
        return sender.send(codec.encode(topicOf(message), message));
    }

    private static Topic topicOf(Message message) {
        return switch (message) {
            case AccessEvent _ -> Topic.AUDIT_ACCESS;
            case ControlCommand _ -> Topic.BOT_COMMANDS;
            default -> throw new IllegalArgumentException("not for a gateway to say: " + message.kind());
        };
    }
}
