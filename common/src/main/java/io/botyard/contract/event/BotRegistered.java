package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Limits;
import org.jspecify.annotations.Nullable;

/** A user brought a bot. */
public record BotRegistered(
        @JsonUnwrapped EventHead head,
        BotRowId id,
        BotId botId,
        @Nullable String botUsername,
        BotStatus status,
        Limits limits)
        implements BotEvent {}
