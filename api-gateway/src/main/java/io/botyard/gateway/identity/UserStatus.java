package io.botyard.gateway.identity;

/** Whether an account may be used. */
enum UserStatus {
    ACTIVE,
    SUSPENDED
}
