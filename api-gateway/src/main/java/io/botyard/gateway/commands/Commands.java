package io.botyard.gateway.commands;

import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.contract.wire.MessageCodec;
import io.botyard.contract.wire.Topic;
import io.botyard.tracing.Tracing;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands commands to Kafka, in the order of their user, and waits until it has them. */
@Component
public class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final KafkaSender sender;
    private final MessageCodec codec;
    private final CommandsSettings settings;
    private final Tracing tracing;

    Commands(KafkaSender sender, MessageCodec codec, CommandsSettings settings, Tracing tracing) {
        this.tracing = tracing;
        this.sender = sender;
        this.codec = codec;
        this.settings = settings;
    }

    public Acceptance send(BotCommand command) {
        var _ = tracing.current()
                .put("botyard.command_id", command.commandId().toString())
                .put("botyard.command", command.kind())
                .put("user.id", command.userId().toString());
        var acknowledged = sender.send(codec.encode(topicOf(command), command));
        // Before anything is on its way the producer fails at once, on this thread.
        var acceptance = acknowledged.isCompletedExceptionally() ? new Acceptance.Away() : await(acknowledged);
        if (!(acceptance instanceof Acceptance.Accepted)) {
            LOG.atWarn()
                    .addKeyValue("user_id", command.userId())
                    .addKeyValue("command_id", command.commandId())
                    .addKeyValue("reason", acceptance.getClass().getSimpleName())
                    .log("command not acknowledged by kafka");
        }
        return acceptance;
    }

    private Acceptance await(CompletableFuture<?> acknowledged) {
        try {
            acknowledged.get(settings.acknowledgeWithin().toMillis(), TimeUnit.MILLISECONDS);
            return new Acceptance.Accepted();
        } catch (TimeoutException | ExecutionException notAcknowledged) {
            return new Acceptance.Unknown();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Acceptance.Unknown();
        }
    }

    private static Topic topicOf(BotCommand command) {
        return switch (command) {
            case ControlCommand _ -> Topic.BOT_COMMANDS;
            case CallMethod _ -> Topic.BOT_CALLS;
        };
    }
}
