package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;

/** The bot and its credentials are gone; its trail stays. */
public record BotRemoved(@JsonUnwrapped EventHead head, BotRowId id, BotId botId) implements BotEvent {}
