package io.botyard.gateway.bots;

import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.Quotas;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.ThrottleSettings;
import io.botyard.ratelimit.Token;
import org.springframework.stereotype.Component;

/** Counts the bots a user brings, not the attempts that were refused. */
@Component
class CreateThrottle {

    private final Quotas quotas;
    private final ThrottleSettings settings;

    CreateThrottle(Quotas quotas, ThrottleSettings settings) {
        this.quotas = quotas;
        this.settings = settings;
    }

    /** @throws Rejection when the user has brought too many; takes nothing */
    void check(Caller caller) {
        var allowance = quotas.look(settings.createsByUser(), caller.user().toString());
        if (allowance.token() instanceof Token.Due) {
            throw Rejection.tooFast(allowance);
        }
    }

    /** One was brought; also where nobody waited to see it, because that would be a way around. */
    void count(Caller caller) {
        quotas.take(settings.createsByUser(), caller.user().toString());
    }
}
