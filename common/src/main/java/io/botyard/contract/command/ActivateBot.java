package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Lift a suspension; it verifies nothing. */
public record ActivateBot(@JsonUnwrapped Origin origin) implements ControlCommand {}
