package io.botyard.gateway.identity;

import io.botyard.contract.Role;
import io.botyard.contract.UserId;

/** An account as its owner sees it. */
record User(UserId id, String email, String username, Role role, UserStatus status) {}
