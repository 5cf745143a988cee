package io.botyard.contract.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;

/**
 * Look into a user's bot: ask Telegram who it is, and record who looked.
 *
 * @param id the bot that the gateway saw
 */
public record AccessBot(@JsonUnwrapped Origin origin, BotRowId id) implements ControlCommand {}
