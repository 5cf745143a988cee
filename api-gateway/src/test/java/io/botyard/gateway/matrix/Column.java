package io.botyard.gateway.matrix;

/** Who calls, in the order of the table. Whatever a path names is the user's. */
enum Column {
    NOBODY,
    USER,
    OTHER,
    READ,
    SEND,
    MANAGE,
    ADMIN,
    SUPERADMIN,
    /** A superadmin's key with every scope. */
    ADMINKEY,
    EXPIRED,
    OUT,
    SUSPENDED,
    /** A key that has run out. */
    LAPSED,
    REVOKED,
    /** A key of a suspended user's. */
    BARRED
}
