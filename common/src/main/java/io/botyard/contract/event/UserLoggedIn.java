package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A session began. */
public record UserLoggedIn(@JsonUnwrapped AccessHead head) implements AccessEvent {}
