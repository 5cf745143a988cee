package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Lift a suspension; it verifies nothing.
 *
 * @param ifVersion the bot's version that the admin has seen, when it must not be another
 */
public record ActivateBot(
        @JsonUnwrapped Origin origin, @Nullable Long ifVersion) implements ControlCommand {}
