package io.botyard.gateway.bots.dispatch;

import io.botyard.gateway.access.Rejection;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Keeps the bodies of requests with an idempotency key, once it is known who sends them. */
@Component
final class KeyedBodies extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    KeyedBodies(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !KeptBody.isKeyed(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest kept;
        try {
            kept = new KeptBody(request);
        } catch (Rejection tooLarge) {
            problems.resolveException(request, response, null, tooLarge);
            return;
        }
        chain.doFilter(kept, response);
    }
}
