package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A superadmin lifted an account's suspension; its bot stays as it is. */
public record UserActivated(@JsonUnwrapped AccessHead head) implements AccessEvent {}
