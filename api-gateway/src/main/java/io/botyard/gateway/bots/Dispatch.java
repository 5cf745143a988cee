package io.botyard.gateway.bots;

import io.botyard.contract.command.BotCommand;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CommandFailed;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.event.Event;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.commands.Acceptance;
import io.botyard.gateway.commands.Commands;
import io.botyard.gateway.operations.Accepted;
import io.botyard.gateway.operations.Awaited;
import io.botyard.gateway.operations.Operation;
import io.botyard.gateway.operations.RecentlyAccepted;
import io.botyard.gateway.operations.Replies;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands a command on, and waits for what becomes of it as long as its client prefers. */
@Component
class Dispatch {

    private final Commands commands;
    private final RecentlyAccepted recent;
    private final Replies replies;

    Dispatch(Commands commands, RecentlyAccepted recent, Replies replies) {
        this.commands = commands;
        this.recent = recent;
        this.replies = replies;
    }

    /** Returns when Kafka has the command and the gateways know its id. */
    void send(BotCommand command) {
        recent.note(command.commandId(), Accepted.of(command));
        switch (commands.send(command)) {
            case Acceptance.Accepted() -> {}
            case Acceptance.Unknown() -> throw Rejection.unknown(command.commandId());
            case Acceptance.Away() -> throw Rejection.of(ProblemCode.PART_AWAY);
        }
    }

    /** The event of this type that ends the command, if it comes within the time the client waits. */
    <E extends Event> Optional<E> ask(BotCommand command, Class<E> type, Preference preference) {
        try (var reply = replies.expect(command.commandId(), type)) {
            send(command);
            return preference.waits() ? Awaited.within(preference.patience(), reply.reply()) : Optional.empty();
        }
    }

    /** What a control command led to, unless that is a refusal or a fault of ours, which end the request. */
    static BotEvent done(BotEvent event) {
        return switch (event) {
            case CommandRefused refused ->
                throw Rejection.of(
                        ProblemCode.valueOf(refused.refusal().code().name()),
                        refused.refusal().message());
            case CommandFailed _ -> throw Rejection.of(ProblemCode.INTERNAL_ERROR);
            default -> event;
        };
    }

    /** 202: its operation tells the rest. */
    static ResponseEntity<Object> accepted(BotCommand command, Preference preference) {
        var answer = ResponseEntity.accepted().location(URI.create("/api/operations/" + command.commandId()));
        preference.tell(answer);
        return answer.body(Operation.accepted(command.commandId(), Accepted.of(command)));
    }

    /** An answer that was waited for. */
    static ResponseEntity<Object> finished(int status, Preference preference, Object body) {
        var answer = ResponseEntity.status(status);
        preference.tell(answer);
        return answer.body(body);
    }
}
