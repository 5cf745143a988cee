package io.botyard.gateway.commands;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.contract.CommandId;
import io.botyard.contract.GatewayId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.Origin;
import io.botyard.gateway.access.Caller;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The origin of a new command. */
@Component
public class Origins {

    private final Clock clock;
    private final GatewayId gateway;

    Origins(Clock clock, GatewayId gateway) {
        this.clock = clock;
        this.gateway = gateway;
    }

    /**
     * Of a command that this caller gives now.
     *
     * @param owner whose bot it is about: the caller's own, or the one an admin acts on
     * @param awaited somebody waits here for what becomes of it
     */
    public Origin of(Caller caller, UserId owner, boolean awaited) {
        return new Origin(
                new CommandId(UuidCreator.getTimeOrderedEpoch()),
                owner,
                caller.actor(),
                caller.requestId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                awaited ? gateway : null,
                false);
    }
}
