package io.botyard.tracing.wiring;

import io.botyard.tracing.Kind;
import io.botyard.tracing.Span;
import io.botyard.tracing.Tracing;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** One span a request, by its route: what stands in a URL may be anything, and is left out. */
final class TracedRequests implements Filter {

    /** Where Spring MVC says which route it chose. */
    private static final String ROUTE = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int SERVER_ERROR = 500;

    private final Tracing tracing;

    TracedRequests(Tracing tracing) {
        this.tracing = tracing;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked && response instanceof HttpServletResponse answer) {
            traced(asked, answer, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void traced(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var method = METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER";
        var span = tracing.begin(Kind.SERVER, method, "", request.getHeader(Tracing.HEADER));
        try (var _ = span.enter()) {
            chain.doFilter(request, response);
            ended(span, method, request, response.getStatus());
        } catch (IOException | ServletException | RuntimeException failure) {
            span.failed(failure.getClass().getSimpleName());
            throw failure;
        } finally {
            span.close();
        }
    }

    private static void ended(Span span, String method, HttpServletRequest request, int status) {
        span.put("http.request.method", method).put("http.response.status_code", status);
        if (request.getAttribute(ROUTE) instanceof String route) {
            span.put("http.route", route).rename(method, route);
        }
        if (status >= SERVER_ERROR) {
            span.failed(Integer.toString(status));
        }
    }
}
