package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import java.time.Instant;

/**
 * Telegram told the whole bot to wait for a minute or more.
 *
 * @param until when its gate opens, unless Telegram moves it later
 */
public record BotRateLimited(@JsonUnwrapped EventHead head, BotRowId id, BotStatus status, Instant until)
        implements BotEvent {}
