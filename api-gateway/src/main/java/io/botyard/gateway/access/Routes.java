package io.botyard.gateway.access;

import io.botyard.contract.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** The table's rows, found again for a request. */
@Component
final class Routes {

    private static final RequestMatcher API =
            PathPatternRequestMatcher.withDefaults().matcher("/api/**");
    private static final String ELSEWHERE = "/api/**";

    private record Route(RequestMatcher matcher, Permissions.Permission permission) {}

    private final List<Route> routes = Permissions.TABLE.stream()
            .map(permission -> new Route(
                    PathPatternRequestMatcher.withDefaults().matcher(permission.method(), permission.path()),
                    permission))
            .toList();

    boolean isOpen(HttpServletRequest request) {
        return routes.stream()
                .anyMatch(route -> route.permission().least() == Role.NOBODY
                        && route.matcher().matches(request));
    }

    /** The route of somebody who has to be somebody, such as {@code GET /api/operations/{id}}; none where all may go. */
    Optional<String> guarded(HttpServletRequest request) {
        if (!API.matches(request) || isOpen(request)) {
            return Optional.empty();
        }
        var path = routes.stream()
                .filter(route -> route.matcher().matches(request))
                .map(route -> route.permission().path())
                .findFirst()
                .orElse(ELSEWHERE);
        return Optional.of(method(request) + " " + path);
    }

    /** What somebody makes up is not repeated. */
    private static String method(HttpServletRequest request) {
        var sent = HttpMethod.valueOf(request.getMethod());
        return List.of(HttpMethod.values()).contains(sent) ? sent.name() : "?";
    }
}
