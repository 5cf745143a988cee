package io.botyard.gateway.identity.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.botyard.contract.SessionId;
import io.botyard.gateway.access.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Reads access tokens: ours, for the gateway, in time to the second, and no others. */
@Component
public final class AccessTokens {

    private static final int MOST_REMEMBERED = 20_000;

    /** What a token said whose signature was found good, so that it is not computed for every request. */
    private record Verified(SessionId session, String keyId, Instant until) {}

    private final Cache<String, Verified> verified = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(Tokens.ACCESS)
            .build();
    private final SigningKeys keys;
    private final Clock clock;
    private final JwtDecoder decoder;

    AccessTokens(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.decoder = decoder(keys, clock);
    }

    /** The session it speaks for; whether that still lives, the token does not know. */
    public Optional<SessionId> session(String token) {
        var known = Optional.ofNullable(verified.getIfPresent(token)).or(() -> verify(token));
        return known.filter(good -> clock.instant().isBefore(good.until()) && keys.accepts(good.keyId()))
                .map(Verified::session);
    }

    private Optional<Verified> verify(String token) {
        try {
            var jwt = decoder.decode(token);
            var session = new SessionId(UUID.fromString(text(jwt.getClaimAsString(Claims.SESSION))));
            var good = new Verified(session, text(jwt.getHeaders().get("kid")), until(jwt));
            verified.put(token, good);
            return Optional.of(good);
        } catch (JwtException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Object claim) {
        return claim instanceof String said ? said : "";
    }

    private static Instant until(Jwt jwt) {
        return Objects.requireNonNullElse(jwt.getExpiresAt(), Instant.MIN);
    }

    private static JwtDecoder decoder(SigningKeys keys, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSource((selector, context) -> selector.select(keys.published()))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        var inTime = new JwtTimestampValidator(Duration.ZERO);
        inTime.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(inTime, new JwtIssuerValidator(Claims.ISSUER), new JwtAudienceValidator(Claims.GATEWAY))));
        return decoder;
    }
}
