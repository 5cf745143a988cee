package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A user chose a new password; their other sessions ended. */
public record PasswordChanged(@JsonUnwrapped AccessHead head) implements AccessEvent {}
