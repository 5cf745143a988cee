package io.botyard.audit.search;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** The request at the gateway on whose behalf we are asked. */
final class RequestIds {
    static final String CLAIM = "request_id";

    private RequestIds() {}

    /** None before the token was accepted. */
    static @Nullable String current() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getPrincipal() instanceof Jwt token ? token.getClaimAsString(CLAIM) : null;
    }
}
