package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A superadmin read an account. */
public record UserViewed(@JsonUnwrapped AccessHead head) implements AccessEvent {}
