package io.botyard.audit.operations;

/** Where an operation stands. All but the first two are final, except that an {@code UNKNOWN} may learn more. */
enum OperationStatus {
    ACCEPTED,
    PARKED,
    SUCCEEDED,
    FAILED,
    REFUSED,
    EXPIRED,
    UNKNOWN
}
