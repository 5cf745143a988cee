package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;

/** The bot's gate has opened: it calls again. */
public record BotRateLimitEnded(@JsonUnwrapped EventHead head, BotRowId id, BotStatus status) implements BotEvent {}
