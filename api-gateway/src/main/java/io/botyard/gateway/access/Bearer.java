package io.botyard.gateway.access;

import io.botyard.contract.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The token of a request. An open route has none, so that an old token never keeps anybody from logging in. What form a
 * token has is for {@link Credentials} to judge.
 */
@Component
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private final RequestMatcher open = new OrRequestMatcher(Permissions.TABLE.stream()
            .filter(permission -> permission.least() == Role.NOBODY)
            .<RequestMatcher>map(permission ->
                    PathPatternRequestMatcher.withDefaults().matcher(permission.method(), permission.path()))
            .toList());

    Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .filter(header -> !open.matches(request))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
