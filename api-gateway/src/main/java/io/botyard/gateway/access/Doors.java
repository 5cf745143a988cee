package io.botyard.gateway.access;

import io.botyard.contract.Role;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The filter chain: stateless, our own credentials only, every route by the table of {@link Permissions}. */
@Configuration(proxyBeanMethods = false)
class Doors {

    /** Measured: an observation around each filter costs more than the filters; requests are observed as wholes. */
    @Bean
    static SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain filterChain(HttpSecurity http, Bearer bearer, Credentials credentials, Turned turned) {
        return http.authorizeHttpRequests(Doors::byTheTable)
                .addFilterBefore(new Entrance(bearer, credentials, turned), AuthorizationFilter.class)
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(turned).accessDeniedHandler(turned))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityHeaders::set)
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void byTheTable(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (var permission : Permissions.TABLE) {
            var rule = TableRule.of(permission);
            requests.requestMatchers(permission.method(), permission.path()).access(rule);
            if (permission.method().equals(HttpMethod.GET)) {
                requests.requestMatchers(HttpMethod.HEAD, permission.path()).access(rule);
            }
        }
        // A path of the table with another method answers 405, to whoever may call the path itself.
        for (var permission : Permissions.TABLE) {
            requests.requestMatchers(permission.path())
                    .access(TableRule.of(permission).anyMethod());
        }
        requests.requestMatchers(Permissions.OPEN_TO_KEYS).access(new TableRule(Role.USER, TableRule.ANY));
        requests.requestMatchers("/api/**").access(new TableRule(Role.USER, Set.of()));
        requests.anyRequest().permitAll();
    }
}
