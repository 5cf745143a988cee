package io.botyard.gateway.identity;

/** Whether an account may be used. */
public enum UserStatus {
    ACTIVE,
    SUSPENDED
}
