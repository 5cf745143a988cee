package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;

/**
 * So many calls wait for the bot that no more are taken.
 *
 * @param parked how many that is
 */
public record BotBacklogFilled(@JsonUnwrapped EventHead head, BotRowId id, int parked) implements BotEvent {}
