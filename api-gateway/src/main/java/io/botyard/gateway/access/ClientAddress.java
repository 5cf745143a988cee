package io.botyard.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the remote address of every request that of its client: the right-most in {@code X-Forwarded-For} that is not
 * one of our proxies. What anybody else writes there counts for nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ClientAddress extends OncePerRequestFilter {

    private static final String HEADER = "X-Forwarded-For";

    private final List<IpAddressMatcher> proxies;

    ClientAddress(ProxySettings settings) {
        this.proxies = settings.networks();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var client = of(request);
        chain.doFilter(client.equals(request.getRemoteAddr()) ? request : new From(client, request), response);
    }

    private String of(HttpServletRequest request) {
        var nearest = request.getRemoteAddr();
        for (var hop : fromTheRight(request)) {
            var address = IpLiteral.of(hop);
            if (!isProxy(nearest) || address.isEmpty()) {
                return nearest;
            }
            nearest = address.get();
        }
        return nearest;
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(network -> network.matches(address));
    }

    private static List<String> fromTheRight(HttpServletRequest request) {
        var hops = new ArrayList<String>();
        Optional.ofNullable(request.getHeaders(HEADER))
                .ifPresent(lines ->
                        Collections.list(lines).forEach(line -> hops.addAll(Arrays.asList(line.split(",", -1)))));
        return hops.reversed();
    }

    private static final class From extends HttpServletRequestWrapper {

        private final String client;

        From(String client, HttpServletRequest request) {
            super(request);
            this.client = client;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }
    }
}
