package io.botyard.gateway.bots.dispatch;

import io.botyard.contract.command.BotCommand;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.commands.Acceptance;
import io.botyard.gateway.commands.Commands;
import io.botyard.gateway.commands.Origins;
import io.botyard.gateway.operations.Accepted;
import io.botyard.gateway.operations.Awaited;
import io.botyard.gateway.operations.Operation;
import io.botyard.gateway.operations.RecentlyAccepted;
import io.botyard.gateway.operations.Replies;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands commands on, and waits for what becomes of them as long as their clients prefer. */
@Component
public class Dispatch {

    private final Origins origins;
    private final Commands commands;
    private final RecentlyAccepted recent;
    private final Replies replies;

    Dispatch(Origins origins, Commands commands, RecentlyAccepted recent, Replies replies) {
        this.origins = origins;
        this.commands = commands;
        this.recent = recent;
        this.replies = replies;
    }

    /** What the errand led to when that is known in time; else 202, and its operation tells the rest. */
    public <T> ResponseEntity<Object> run(Caller caller, Asking asking, Errand<T> errand) {
        var preference = asking.preference();
        var patience = preference.patience().orElse(errand.patience());
        var command = errand.command(origins.of(caller, errand.owner(), patience.isPositive()));
        try (var end = errand.listen(replies, command)) {
            send(command);
            return Awaited.within(patience, end.reply())
                    .map(known -> finished(preference, errand.told(known, command)))
                    .orElseGet(() -> accepted(preference, command));
        }
    }

    /** Returns when Kafka has the command and the gateways know its id. */
    private void send(BotCommand command) {
        recent.note(command.commandId(), Accepted.of(command));
        switch (commands.send(command)) {
            case Acceptance.Accepted() -> {}
            case Acceptance.Unknown() -> throw Rejection.unknown(command.commandId());
            case Acceptance.Away() -> throw Rejection.of(ProblemCode.PART_AWAY);
        }
    }

    private static ResponseEntity<Object> accepted(Preference preference, BotCommand command) {
        var answer = ResponseEntity.accepted().location(URI.create("/api/operations/" + command.commandId()));
        preference.tell(answer);
        return answer.body(Operation.accepted(command.commandId(), Accepted.of(command)));
    }

    private static ResponseEntity<Object> finished(Preference preference, Reply reply) {
        var answer = ResponseEntity.status(reply.status());
        preference.tell(answer);
        return answer.body(reply.body());
    }
}
