package io.botyard.gateway.access;

import io.botyard.contract.Role;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;

/** The filter chain: stateless, our own tokens only, every route by the table of {@link Permissions}. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String ANY_API = "/api/**";

    @Bean
    static RoleHierarchy roles() {
        var roles = List.of(Role.values());
        return RoleHierarchyImpl.fromHierarchy(Stream.iterate(roles.size() - 1, i -> i > 0, i -> i - 1)
                .map(i -> authority(roles.get(i)) + " > " + authority(roles.get(i - 1)))
                .reduce((one, other) -> one + "\n" + other)
                .orElseThrow());
    }

    @Bean
    SecurityFilterChain filterChain(HttpSecurity http, JwtDecoder tokens, Bearer bearer, Turned turned) {
        return http.authorizeHttpRequests(Doors::byTheTable)
                .oauth2ResourceServer(server -> server.bearerTokenResolver(bearer)
                        .authenticationEntryPoint(turned)
                        .accessDeniedHandler(turned)
                        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(Doors::session)))
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(turned).accessDeniedHandler(turned))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityHeaders::set)
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void byTheTable(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (var permission : Permissions.TABLE) {
            allow(requests.requestMatchers(permission.method(), permission.path()), permission.least());
            if (permission.method().equals(HttpMethod.GET)) {
                allow(requests.requestMatchers(HttpMethod.HEAD, permission.path()), permission.least());
            }
        }
        // A path of the table with another method answers 405, to whoever may call the path itself.
        for (var permission : Permissions.TABLE) {
            allow(requests.requestMatchers(permission.path()), permission.least());
        }
        requests.requestMatchers(ANY_API).authenticated();
        requests.anyRequest().permitAll();
    }

    private static void allow(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizedUrl url, Role least) {
        if (least == Role.NOBODY) {
            url.permitAll();
        } else {
            url.hasAuthority(authority(least));
        }
    }

    private static JwtAuthenticationToken session(Jwt token) {
        return new JwtAuthenticationToken(
                token, List.of(new SimpleGrantedAuthority(authority(CallerArgument.roleOf(token)))));
    }

    private static String authority(Role role) {
        return "ROLE_" + role.name();
    }
}
