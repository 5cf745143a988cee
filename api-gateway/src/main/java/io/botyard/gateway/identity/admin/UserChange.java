package io.botyard.gateway.identity.admin;

import io.botyard.contract.Role;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.identity.UserStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an account is to become; what is null stays as it is. */
record UserChange(@Nullable Role role, @Nullable UserStatus status) {

    /** Nobody is made a nobody. */
    void check() {
        if (role == Role.NOBODY) {
            throw Rejection.invalid("role", "form", "is user, admin or superadmin");
        }
    }

    /** The role it gives, if that is another than before. */
    Optional<Role> newRole(StoredUser before) {
        return Optional.ofNullable(role).filter(after -> after != before.role());
    }

    /** The status it gives, if that is another than before. */
    Optional<UserStatus> newStatus(StoredUser before) {
        return Optional.ofNullable(status).filter(after -> after != before.status());
    }
}
