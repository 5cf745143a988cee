package io.botyard.audit.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/** Who gets in: the gateway with its internal token, and Prometheus and probes at the management port. */
@Configuration(proxyBeanMethods = false)
class Doors {
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);
    private static final String ADMIN = "ADMIN";
    private final ProblemWriter problems;

    Doors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Bean
    @Order(1)
    SecurityFilterChain managementDoor(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain gatewayDoor(HttpSecurity http) {
        var roles = new JwtAuthenticationConverter();
        roles.setJwtGrantedAuthoritiesConverter(InternalToken::authorities);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/operations/*")
                        .authenticated()
                        .requestMatchers(
                                HttpMethod.GET,
                                "/audit",
                                "/audit/verify",
                                "/audit/export",
                                "/activity",
                                "/health",
                                "/fleet")
                        .hasAuthority(ADMIN)
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> jwt.jwtAuthenticationConverter(roles))
                        .withObjectPostProcessor(new KeysAway())
                        .authenticationEntryPoint((_, response, _) -> problems.write(response, unauthenticated()))
                        .accessDeniedHandler((_, response, _) -> problems.write(response, forbidden())))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (_, response, _) -> problems.write(response, unauthenticated()))
                        .accessDeniedHandler((_, response, _) -> problems.write(response, forbidden())))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    JwtDecoder internalTokens(GatewaySettings gateway) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(gateway.jwksUrl().toString())
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(CLOCKS_APART), new InternalToken()));
        return decoder;
    }

    private static Problem unauthenticated() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Only the gateway's internal token opens this.");
    }

    private static Problem forbidden() {
        return Problem.of(HttpStatus.FORBIDDEN, "forbidden", "This needs the role admin.");
    }

    /** Keys that cannot be fetched say nothing about the token: 503, not 401. */
    private final class KeysAway implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {
        @Override
        public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
            filter.setAuthenticationFailureHandler(this::refuse);
            return filter;
        }

        private void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
                throws IOException {
            problems.write(
                    response,
                    failure instanceof AuthenticationServiceException
                            ? Problem.of(
                                    HttpStatus.SERVICE_UNAVAILABLE, "keys_unavailable", "The gateway's keys are away.")
                            : unauthenticated());
        }
    }
}
