package io.botyard.gateway.identity;

import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.IpLiteral;
import io.botyard.gateway.access.Quotas;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.ThrottleSettings;
import io.botyard.ratelimit.Token;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts registrations by address, also those that find an e-mail taken: that is what they would be tried for. */
@Component
class RegistrationThrottle {

    private final Quotas quotas;
    private final ThrottleSettings settings;

    RegistrationThrottle(Quotas quotas, ThrottleSettings settings) {
        this.quotas = quotas;
        this.settings = settings;
    }

    /** @throws Rejection when there were too many */
    void count(Caller caller) {
        var address = IpLiteral.place(Objects.requireNonNullElse(caller.actor().ip(), ""));
        var allowance = quotas.take(settings.registrationsFromAddress(), address);
        if (allowance.token() instanceof Token.Due) {
            throw Rejection.tooFast(allowance);
        }
    }
}
