package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;

/**
 * The bot has another token of the same bot of Telegram's, which is to be verified.
 */
public record BotTokenReplaced(@JsonUnwrapped EventHead head, BotRowId id, BotId botId, BotStatus status)
        implements BotEvent {}
