package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Stop a user's bot, and whatever bot they bring later.
 *
 * @param reason an admin's words to the user, 5 to 500 characters
 * @param ifVersion the bot's version that the admin has seen, when it must not be another
 */
public record SuspendBot(
        @JsonUnwrapped Origin origin,
        String reason,
        @Nullable Long ifVersion) implements ControlCommand {}
