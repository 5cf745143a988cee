package io.botyard.gateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A standing, as Spring Security carries it through a request. */
final class StandingAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Standing standing;

    StandingAuthentication(Standing standing) {
        super(List.of());
        this.standing = standing;
        setAuthenticated(true);
    }

    Standing standing() {
        return standing;
    }

    /** The secret is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public Standing getPrincipal() {
        return standing;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StandingAuthentication same && same.standing.equals(standing);
    }

    @Override
    public int hashCode() {
        return standing.hashCode();
    }
}
