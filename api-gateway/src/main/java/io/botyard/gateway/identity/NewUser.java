package io.botyard.gateway.identity;

import io.botyard.contract.Role;

/** An account to be made. */
record NewUser(String email, String username, String passwordHash, Role role) {

    @Override
    public String toString() {
        return "NewUser[" + role + "]";
    }
}
