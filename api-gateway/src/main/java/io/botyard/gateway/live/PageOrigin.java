package io.botyard.gateway.live;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Whose page a browser shows when it asks. Others than browsers have none. */
final class PageOrigin {

    private PageOrigin() {}

    /** It is the page of somebody else: neither our own, nor one of those allowed. */
    static boolean foreign(HttpServletRequest request, Collection<String> allowed) {
        List<String> origins = Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
        return !origins.isEmpty() && !(origins.size() == 1 && known(origins.getFirst(), request, allowed));
    }

    private static boolean known(String origin, HttpServletRequest request, Collection<String> allowed) {
        return same(origin, own(request)) || allowed.stream().anyMatch(one -> same(origin, one));
    }

    private static String own(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
    }

    private static boolean same(String one, String other) {
        return !normal(one).isEmpty() && normal(one).equals(normal(other));
    }

    /** Scheme, host and port; empty when it is not an origin. */
    private static String normal(String origin) {
        try {
            var uri = URI.create(origin.toLowerCase(Locale.ROOT));
            var port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
            return uri.getHost() == null ? "" : uri.getScheme() + "://" + uri.getHost() + ":" + port;
        } catch (IllegalArgumentException notAnOrigin) {
            return "";
        }
    }
}
