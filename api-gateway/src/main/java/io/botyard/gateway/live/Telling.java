package io.botyard.gateway.live;

import io.botyard.contract.Message;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRemoved;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallEvent;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallParked;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.gateway.operations.Operation;
import io.botyard.gateway.operations.Status;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;

/** Tells what happened to whoever may hear it, each thing once, and nothing older than what was told. */
@Component
class Telling {

    private final Listeners listeners;
    private final Frames frames;
    private final Newest newest = new Newest();

    Telling(Listeners listeners, Frames frames) {
        this.listeners = listeners;
        this.frames = frames;
    }

    void changed(BotEvent event) {
        if (newest.first(event)) {
            BotNews.change(event).filter(newest::isNew).ifPresent(change -> tell(event, change));
            BotNews.ending(event).ifPresent(ending -> tell(event, ending));
        }
    }

    void called(CallEvent event) {
        if (newest.first(event)) {
            var frame = frames.operation(event.said(), standing(event));
            tell(listeners.of(event.userId()).stream(), socket -> socket.hears(event.userId()), frame);
        }
    }

    private void tell(BotEvent event, LiveFrame.Bot change) {
        var user = event.userId();
        var frame = frames.bot(event.said(), change);
        tell(listeners.of(user).stream(), socket -> socket.hears(user), frame);
        if (change.status() != null || event instanceof BotRemoved) {
            tell(listeners.all().stream(), LiveSocket::seesAll, frames.fleet(event.said(), change));
        }
    }

    /** A control command's ending is for whoever gave it, and for who watches the bot. */
    private void tell(BotEvent event, LiveFrame.Operation ending) {
        var actor = event.head().actor().id();
        var user = event.userId();
        tell(
                Stream.concat(listeners.of(user).stream(), listeners.of(actor).stream())
                        .distinct(),
                socket -> socket.belongsTo(actor) || (socket.hears(user) && !socket.belongsTo(user)),
                frames.operation(event.said(), ending));
    }

    private static void tell(Stream<LiveSocket> sockets, Predicate<LiveSocket> mayHear, TextMessage frame) {
        sockets.filter(mayHear).forEach(socket -> socket.tell(frame));
    }

    private static LiveFrame.Operation standing(CallEvent event) {
        return switch (event) {
            case CallParked parked -> operation(parked, Status.PARKED, null);
            case CallOutcome outcome -> ending(outcome);
        };
    }

    private static LiveFrame.Operation ending(CallOutcome outcome) {
        if (outcome instanceof CallSucceeded) {
            return operation(outcome, Status.SUCCEEDED, null);
        }
        var operation = Operation.finished(outcome, outcome.said());
        var code = Optional.ofNullable(operation.error()).map(CallError::code).orElse(null);
        return operation(outcome, operation.status(), code);
    }

    private static LiveFrame.Operation operation(CallEvent event, Status status, @Nullable String errorCode) {
        return new LiveFrame.Operation(
                event.head().commandId(), event.userId(), Message.kindOf(CallMethod.class), status, errorCode);
    }
}
