package io.botyard.gateway.live;

import io.botyard.gateway.access.OwnOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Whose page a browser shows when it asks. Others than browsers have none. */
@Component
class PageOrigin {

    private final OwnOrigin own;
    private final List<String> allowed;

    PageOrigin(OwnOrigin own, LiveSettings settings) {
        this.own = own;
        this.allowed = settings.origins();
    }

    /** It is the page of somebody else: neither our own, nor one of those allowed. */
    boolean isForeign(HttpServletRequest request) {
        var origins = Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
        return !origins.isEmpty() && !(origins.size() == 1 && isWelcome(origins.getFirst(), request));
    }

    private boolean isWelcome(String origin, HttpServletRequest request) {
        return isOurs(origin, request) || allowed.stream().anyMatch(origin::equalsIgnoreCase);
    }

    /** Also by its scheme, unless the operator has named our origins, which have theirs. */
    private boolean isOurs(String origin, HttpServletRequest request) {
        return own.isOurs(origin, request.getHeader(HttpHeaders.HOST))
                && (own.isSecure() || origin.startsWith(request.getScheme() + ":"));
    }
}
