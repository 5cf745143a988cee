package io.botyard.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is calling. A credential that is not good ends the request; none at all is for the table to judge. */
final class Entrance extends OncePerRequestFilter {

    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();
    private final Bearer bearer;
    private final Credentials credentials;
    private final Turned turned;

    Entrance(Bearer bearer, Credentials credentials, Turned turned) {
        this.bearer = bearer;
        this.credentials = credentials;
        this.turned = turned;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            bearer.of(request).map(credentials::check).ifPresent(standing -> enter(standing, request, response));
        } catch (Rejection rejection) {
            turned.away(request, response, rejection);
            return;
        }
        chain.doFilter(request, response);
    }

    private void enter(Standing standing, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new StandingAuthentication(standing));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
