package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Forget the bot and its credentials. */
public record RemoveBot(@JsonUnwrapped Origin origin) implements ControlCommand {}
