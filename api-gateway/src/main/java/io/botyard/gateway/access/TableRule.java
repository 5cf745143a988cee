package io.botyard.gateway.access;

import io.botyard.contract.Role;
import io.botyard.contract.Scope;
import io.botyard.contract.Via;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * One row of the table, asked.
 *
 * @param least of a session
 * @param scopes of which an API key needs one; empty where no key opens
 */
record TableRule(Role least, Set<Scope> scopes) implements AuthorizationManager<RequestAuthorizationContext> {

    /** Not allowed, and why not. */
    record Denied(ProblemCode code) implements AuthorizationResult {

        @Override
        public boolean isGranted() {
            return false;
        }
    }

    static final Set<Scope> ANY = Set.of(Scope.values());

    static TableRule of(Permissions.Permission permission) {
        return new TableRule(permission.least(), permission.scope().map(Set::of).orElse(Set.of()));
    }

    /** For a method that the path does not have: whoever may call the path itself may learn that. */
    TableRule anyMethod() {
        return new TableRule(least, scopes.isEmpty() ? scopes : ANY);
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext request) {
        if (least == Role.NOBODY) {
            return new AuthorizationDecision(true);
        }
        return denial(caller.get())
                .<AuthorizationResult>map(Denied::new)
                .orElseGet(() -> new AuthorizationDecision(true));
    }

    private Optional<ProblemCode> denial(Authentication caller) {
        if (!(caller instanceof StandingAuthentication known)) {
            return Optional.of(ProblemCode.UNAUTHENTICATED);
        }
        var standing = known.standing();
        if (standing.via() == Via.API_KEY && scopes.isEmpty()) {
            return Optional.of(ProblemCode.SESSION_REQUIRED);
        }
        if (standing.via() == Via.API_KEY && Collections.disjoint(scopes, standing.scopes())) {
            return Optional.of(ProblemCode.SCOPE_MISSING);
        }
        return standing.is(least) ? Optional.empty() : Optional.of(ProblemCode.FORBIDDEN);
    }
}
