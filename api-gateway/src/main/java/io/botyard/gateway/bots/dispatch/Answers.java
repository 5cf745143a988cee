package io.botyard.gateway.bots.dispatch;

import io.botyard.contract.CommandId;
import io.botyard.contract.command.BotCommand;
import io.botyard.gateway.operations.Accepted;
import io.botyard.gateway.operations.Operation;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** How a client is answered that asked for a command. */
final class Answers {

    private Answers() {}

    /** 202: its operation tells the rest. */
    static ResponseEntity<Object> accepted(Asking asking, BotCommand command) {
        return accepted(asking, command.commandId(), Operation.accepted(command.commandId(), Accepted.of(command)));
    }

    /** The same of an operation as far as it is known. */
    static ResponseEntity<Object> accepted(Asking asking, CommandId id, Object operation) {
        asking.taken();
        return ResponseEntity.accepted()
                .location(URI.create("/api/operations/" + id))
                .body(operation);
    }

    /** It has ended. */
    static ResponseEntity<Object> finished(Asking asking, Reply reply) {
        asking.taken();
        return ResponseEntity.status(reply.status()).body(reply.body());
    }
}
