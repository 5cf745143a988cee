package io.botyard.gateway.identity.admin;

import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.gateway.identity.UserStatus;
import java.time.Instant;

/**
 * An account as it lies in its row.
 *
 * @param version another one after every change
 */
record StoredUser(
        UserId id,
        String email,
        String username,
        Role role,
        UserStatus status,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    String tag() {
        return "\"" + id + "-" + version + "\"";
    }

    boolean isActiveSuperadmin() {
        return role == Role.SUPERADMIN && status == UserStatus.ACTIVE;
    }

    @Override
    public String toString() {
        return "StoredUser[" + id + "]";
    }
}
