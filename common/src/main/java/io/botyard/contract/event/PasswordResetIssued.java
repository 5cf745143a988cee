package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A superadmin made a one-time token with which a user may choose a new password. */
public record PasswordResetIssued(@JsonUnwrapped AccessHead head) implements AccessEvent {}
