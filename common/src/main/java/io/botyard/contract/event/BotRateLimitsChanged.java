package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;
import io.botyard.contract.Limits;

/** A user changed their bot's limits. */
public record BotRateLimitsChanged(@JsonUnwrapped EventHead head, BotRowId id, Limits before, Limits after)
        implements BotEvent {}
