package io.botyard.gateway.access;

import io.botyard.contract.ApiKeyId;
import io.botyard.contract.Role;
import io.botyard.contract.Scope;
import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody who proved who they are may do.
 *
 * @param role the account's; through an API key never more than {@link Role#USER}
 * @param session present when it is one
 * @param key present when it is an API key
 * @param scopes of the key; a session needs none
 */
public record Standing(
        UserId user, Role role, Via via, Optional<SessionId> session, Optional<ApiKeyId> key, Set<Scope> scopes) {

    public Standing {
        scopes = Set.copyOf(scopes);
    }

    public static Standing ofSession(UserId user, Role role, SessionId session) {
        return new Standing(user, role, Via.SESSION, Optional.of(session), Optional.empty(), Set.of());
    }

    public static Standing ofKey(UserId user, ApiKeyId key, Set<Scope> scopes) {
        return new Standing(user, Role.USER, Via.API_KEY, Optional.empty(), Optional.of(key), scopes);
    }

    /** Holds this role or a higher one. */
    public boolean is(Role least) {
        return role.compareTo(least) >= 0;
    }
}
