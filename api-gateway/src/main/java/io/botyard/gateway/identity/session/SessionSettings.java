package io.botyard.gateway.identity.session;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long sessions live.
 *
 * @param idle without a refresh
 * @param idleRemembered the same, for who asked to be remembered
 * @param most however often it is refreshed
 * @param grace how long a spent refresh token is still answered with its successor
 */
@Validated
@ConfigurationProperties("botyard.gateway.sessions")
record SessionSettings(
        @NotNull Duration idle,
        @NotNull Duration idleRemembered,
        @NotNull Duration most,
        @NotNull Duration grace) {

    /** When a session that is used now ends, unless it is used again. */
    Instant idleUntil(Instant now, boolean remember, Instant endsAt) {
        var idleUntil = now.plus(remember ? idleRemembered : idle);
        return idleUntil.isBefore(endsAt) ? idleUntil : endsAt;
    }
}
