package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A superadmin looked at which keys there are and how much is sealed under each. */
public record KeysViewed(@JsonUnwrapped AccessHead head) implements AccessEvent {}
