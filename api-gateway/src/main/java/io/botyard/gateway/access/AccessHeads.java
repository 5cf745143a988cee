package io.botyard.gateway.access;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.contract.EventId;
import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessHead;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The head of a new access record. */
@Component
public final class AccessHeads {

    private final Clock clock;

    AccessHeads(Clock clock) {
        this.clock = clock;
    }

    /** Of something this caller did that concerns {@code user}. */
    public AccessHead of(Caller caller, UserId user) {
        return new AccessHead(
                new EventId(UuidCreator.getTimeOrderedEpoch()),
                user,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.actor(),
                caller.requestId());
    }
}
