package io.botyard.gateway.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.botyard.gateway.access.Claims;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads access tokens: ours, for the gateway, in time to the second, and no others. */
@Configuration(proxyBeanMethods = false)
class TokenReading {

    @Bean
    JwtDecoder accessTokens(SigningKeys keys, Clock clock) {
        var decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(keys.published()))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        var inTime = new JwtTimestampValidator(Duration.ZERO);
        inTime.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(inTime, new JwtIssuerValidator(Claims.ISSUER), new JwtAudienceValidator(Claims.GATEWAY))));
        return decoder;
    }
}
