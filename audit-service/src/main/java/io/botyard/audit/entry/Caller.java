package io.botyard.audit.entry;

import io.botyard.contract.Role;
import io.botyard.contract.UserId;

/** In whose name the gateway asks. */
public record Caller(UserId id, Role role) {
    /** One's own, and for an admin everybody's. */
    public boolean maySee(UserId owner) {
        return id.equals(owner) || role.compareTo(Role.ADMIN) >= 0;
    }
}
