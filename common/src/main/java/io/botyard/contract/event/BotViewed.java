package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An admin read the status of a user's bot. */
public record BotViewed(@JsonUnwrapped AccessHead head) implements AccessEvent {}
