package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A one-time token was used to choose a new password; all sessions ended. */
public record PasswordReset(@JsonUnwrapped AccessHead head) implements AccessEvent {}
