package io.botyard.gateway.access;

import io.botyard.contract.Actor;
import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.contract.Via;

/**
 * Whoever sent this request.
 *
 * @param requestId the id its answer carries
 */
public record Caller(Actor actor, String requestId) {

    public UserId user() {
        return actor.id();
    }

    /** Holds this role or a higher one. */
    public boolean is(Role role) {
        return actor.role().compareTo(role) >= 0;
    }

    /** The same, who turned out to be this user. */
    public Caller as(UserId user, Role role) {
        return new Caller(new Actor(user, role, Via.SESSION, actor.ip(), actor.userAgent()), requestId);
    }
}
