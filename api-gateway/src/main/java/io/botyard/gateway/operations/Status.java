package io.botyard.gateway.operations;

/** How far an operation is. */
public enum Status {
    ACCEPTED,
    PARKED,
    SUCCEEDED,
    FAILED,
    REFUSED,
    EXPIRED,
    UNKNOWN
}
