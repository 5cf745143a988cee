package io.botyard.gateway.identity.apikey;

import io.botyard.contract.Scope;
import io.botyard.gateway.access.Rejection;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key somebody wants.
 *
 * @param name by which its owner knows what it is for
 * @param expiresAt RFC 3339; absent when it is to be good until revoked
 */
record ApiKeyBody(
        @NotNull @Size(min = 1, max = 100) @Pattern(regexp = "\\P{Cntrl}*")
        String name,

        @NotEmpty Set<@NotNull Scope> scopes,

        @Nullable @Schema(format = "date-time") String expiresAt) {

    private static final String EXPIRES_AT = "expires_at";
    private static final Duration LONGEST = Duration.ofDays(3660);

    NewApiKey wanted(Instant now) {
        return new NewApiKey(name, scopes, expiresAt == null ? null : future(expiresAt, now));
    }

    private static Instant future(String text, Instant now) {
        var time = time(text);
        if (!time.isAfter(now) || time.isAfter(now.plus(LONGEST))) {
            throw Rejection.invalid(EXPIRES_AT, "range", "is in the future, by ten years at most");
        }
        return time;
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw Rejection.invalid(EXPIRES_AT, "form", "is a time as in RFC 3339");
        }
    }
}
