package io.botyard.gateway.access;

import io.botyard.contract.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** The token of a request. An open route has none, so that an old token never keeps anybody from logging in. */
@Component
final class Bearer implements BearerTokenResolver {

    private final DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
    private final RequestMatcher open = new OrRequestMatcher(Permissions.TABLE.stream()
            .filter(permission -> permission.least() == Role.NOBODY)
            .<RequestMatcher>map(permission ->
                    PathPatternRequestMatcher.withDefaults().matcher(permission.method(), permission.path()))
            .toList());

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        return open.matches(request) ? null : header.resolve(request);
    }
}
