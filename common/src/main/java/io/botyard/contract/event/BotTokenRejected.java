package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;

/** Telegram answered a call with 401: the token is no longer good, and no more calls are made with it. */
public record BotTokenRejected(@JsonUnwrapped EventHead head, BotRowId id, BotId botId, BotStatus status)
        implements BotEvent {}
