package io.botyard.gateway.identity;

import io.botyard.contract.UserId;
import io.botyard.gateway.access.Caller;
import io.botyard.gateway.access.IpLiteral;
import io.botyard.gateway.access.Quotas;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.ThrottleSettings;
import io.botyard.ratelimit.Token;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Counts failed logins by account and address. Each attempt takes its token first and gives it back unless it failed,
 * so that many at once are no way around. It works alike for accounts that do not exist.
 */
@Component
class LoginThrottle {

    private final Quotas quotas;
    private final ThrottleSettings settings;
    private final Pseudonyms pseudonyms;
    private final KnownAddresses known;
    private final Users users;

    LoginThrottle(Quotas quotas, ThrottleSettings settings, Pseudonyms pseudonyms, KnownAddresses known, Users users) {
        this.quotas = quotas;
        this.settings = settings;
        this.pseudonyms = pseudonyms;
        this.known = known;
        this.users = users;
    }

    /**
     * One attempt, from here until it is closed.
     *
     * @throws Rejection when there were too many failed ones
     */
    LoginAttempt attempt(Caller caller, String email) {
        var address = Objects.requireNonNullElse(caller.actor().ip(), "");
        var place = IpLiteral.place(address);
        var account = pseudonyms.of(email) + " " + place;
        var fromAddress = quotas.take(settings.loginsFromAddress(), place);
        if (fromAddress.token() instanceof Token.Due) {
            throw Rejection.tooFast(fromAddress);
        }
        var toAccount = quotas.take(settings.loginsToAccount(), account);
        var locked = toAccount.token() instanceof Token.Due;
        if (locked && !knows(email, address)) {
            quotas.giveBack(settings.loginsFromAddress(), place);
            throw Rejection.tooFast(toAccount);
        }
        return new LoginAttempt(
                toAccount,
                () -> {
                    quotas.giveBack(settings.loginsFromAddress(), place);
                    if (!locked) {
                        quotas.giveBack(settings.loginsToAccount(), account);
                    }
                },
                user -> known.remember(user, address));
    }

    private boolean knows(String email, String address) {
        var account = users.byEmail(email).map(found -> found.user().id()).orElse(UserId.PLATFORM);
        return known.knows(account, address);
    }
}
