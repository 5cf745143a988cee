package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.Role;

/** An account was made. */
public record UserRegistered(@JsonUnwrapped AccessHead head, Role role) implements AccessEvent {}
