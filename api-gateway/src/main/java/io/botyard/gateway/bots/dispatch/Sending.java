package io.botyard.gateway.bots.dispatch;

import io.botyard.contract.command.BotCommand;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.commands.Acceptance;
import io.botyard.gateway.commands.Commands;
import io.botyard.gateway.commands.store.IdempotencyKey;
import io.botyard.gateway.commands.store.Reservations;
import io.botyard.gateway.operations.Accepted;
import io.botyard.gateway.operations.RecentlyAccepted;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands commands to Kafka, and says so to the gateways and to whoever asks again under the same key. */
@Component
class Sending {

    private final Commands commands;
    private final RecentlyAccepted recent;
    private final Reservations reservations;

    Sending(Commands commands, RecentlyAccepted recent, Reservations reservations) {
        this.commands = commands;
        this.recent = recent;
        this.reservations = reservations;
    }

    /** Returns when Kafka has the command and the gateways know its id. */
    void send(BotCommand command, Optional<IdempotencyKey> key) {
        var noting = recent.note(command.commandId(), Accepted.of(command));
        var acceptance = commands.send(command);
        noting.await();
        key.ifPresent(acceptance instanceof Acceptance.Accepted ? reservations::sent : reservations::open);
        switch (acceptance) {
            case Acceptance.Accepted() -> {}
            case Acceptance.Unknown() -> throw Rejection.unknown(command.commandId());
            case Acceptance.Away() -> throw Rejection.of(ProblemCode.PART_AWAY);
        }
    }
}
