package io.botyard.gateway.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often what a stranger could try over and over may be tried.
 *
 * @param times all of them are multiplied by this
 * @param failedLoginsOfAccount from one address
 * @param failedLoginsOfAddress for whatever accounts
 * @param creates of bots by one user, counting those that were made
 * @param addressKnownFor how long an address that logged in to an account is let in to it although it is locked there
 */
@Validated
@ConfigurationProperties("botyard.gateway.throttles")
public record ThrottleSettings(
        @Min(1) long times,
        @NotNull @Valid Limit failedLoginsOfAccount,
        @NotNull @Valid Limit failedLoginsOfAddress,
        @NotNull @Valid Limit registrations,
        @NotNull @Valid Limit creates,
        @NotNull Duration addressKnownFor) {

    /** So many within so long. */
    public record Limit(@Min(1) long many, @NotNull Duration within) {}

    /** What fails for one account from one address. */
    public Quota loginsToAccount() {
        return quota("failed-logins", CountedBy.USER, failedLoginsOfAccount);
    }

    /** What fails from one address. */
    public Quota loginsFromAddress() {
        return quota("failed-logins-of-address", CountedBy.ADDRESS, failedLoginsOfAddress);
    }

    /** From one address. */
    public Quota registrationsFromAddress() {
        return quota("registrations", CountedBy.ADDRESS, registrations);
    }

    /** By one user. */
    public Quota createsByUser() {
        return quota("bot-creates", CountedBy.USER, creates);
    }

    private Quota quota(String name, CountedBy countedBy, Limit limit) {
        return Quota.per(name, countedBy, limit.many() * times, limit.within());
    }
}
