package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;

/**
 * The bot takes calls again.
 *
 * @param parked how many still wait
 */
public record BotBacklogDrained(@JsonUnwrapped EventHead head, BotRowId id, int parked) implements BotEvent {}
