package io.botyard.contract;

/** What an account may do; each holds what the one before it holds. {@code NOBODY} is a caller without an account. */
public enum Role {
    NOBODY,
    USER,
    ADMIN,
    SUPERADMIN
}
