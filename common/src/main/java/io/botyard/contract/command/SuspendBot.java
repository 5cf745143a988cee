package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Stop a user's bot, and whatever bot they bring later.
 *
 * @param reason an admin's words to the user, 5 to 500 characters
 */
public record SuspendBot(@JsonUnwrapped Origin origin, String reason) implements ControlCommand {}
