package io.botyard.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The token of a request. An open route has none, so that an old token never keeps anybody from logging in. What form a
 * token has is for {@link Credentials} to judge.
 */
@Component
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private final Routes routes;

    Bearer(Routes routes) {
        this.routes = routes;
    }

    Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .filter(header -> !routes.isOpen(request))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
