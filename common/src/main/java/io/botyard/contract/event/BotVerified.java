package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;

/** Telegram knows the token; the bot may call. */
public record BotVerified(@JsonUnwrapped EventHead head, BotRowId id, BotStatus status, BotProfile profile)
        implements BotEvent {}
