package io.botyard.gateway.identity.admin;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.Origin;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.command.SuspendBot;
import io.botyard.gateway.access.AccessLog;
import io.botyard.gateway.access.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** What becomes of a user's bot when something becomes of the user; nobody waits for it. */
@Component
class BotOrders {

    private static final String REASON = "The account was suspended.";

    private final AccessLog log;
    private final Clock clock;

    BotOrders(AccessLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Part of the transaction that suspends the user. */
    void suspend(Caller caller, UserId user) {
        log.order(new SuspendBot(origin(caller, user), REASON, null));
    }

    /** Part of the transaction that deletes the user. */
    void remove(Caller caller, UserId user) {
        log.order(new RemoveBot(origin(caller, user)));
    }

    private Origin origin(Caller caller, UserId user) {
        return new Origin(
                new CommandId(UuidCreator.getTimeOrderedEpoch()),
                user,
                caller.actor(),
                caller.requestId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                false);
    }
}
