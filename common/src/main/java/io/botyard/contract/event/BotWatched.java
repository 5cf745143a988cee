package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An admin began to watch a user's bot live. */
public record BotWatched(@JsonUnwrapped AccessHead head) implements AccessEvent {}
