package io.botyard.gateway.identity.admin;

import io.botyard.contract.Role;
import io.botyard.contract.UserId;
import io.botyard.gateway.identity.UserStatus;
import java.time.Instant;

/** An account as a superadmin sees it. */
record UserAnswer(
        UserId id, String email, String username, Role role, UserStatus status, Instant createdAt, Instant updatedAt) {

    static UserAnswer of(StoredUser user) {
        return new UserAnswer(
                user.id(),
                user.email(),
                user.username(),
                user.role(),
                user.status(),
                user.createdAt(),
                user.updatedAt());
    }
}
