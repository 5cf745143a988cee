package io.botyard.gateway.commands;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.contract.CommandId;
import io.botyard.contract.GatewayId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.Origin;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.commands.store.Reservation;
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
     * @param keyed it may be sent again
     */
    public Origin of(Caller caller, UserId owner, boolean awaited, boolean keyed) {
        return new Origin(
                new CommandId(UuidCreator.getTimeOrderedEpoch()),
                owner,
                caller.actor(),
                caller.requestId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                awaited ? gateway : null,
                keyed);
    }

    /** Of a command that was to be sent before, and that nobody has heard of since. */
    public Origin again(Caller caller, UserId owner, boolean awaited, Reservation reserved) {
        return new Origin(
                reserved.command(),
                owner,
                caller.actor(),
                caller.requestId(),
                reserved.acceptedAt(),
                awaited ? gateway : null,
                true);
    }
}
