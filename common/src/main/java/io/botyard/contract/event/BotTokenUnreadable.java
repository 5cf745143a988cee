package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;

/**
 * What is kept as the bot's token does not open for its user: it was sealed for another, was changed, or its key is retired.
 * No more calls are made until the user brings a token.
 */
public record BotTokenUnreadable(@JsonUnwrapped EventHead head, BotRowId id, BotId botId, BotStatus status)
        implements BotEvent {}
