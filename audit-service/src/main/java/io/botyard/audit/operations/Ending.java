package io.botyard.audit.operations;

import io.botyard.contract.BotRowId;
import io.botyard.contract.CommandId;
import io.botyard.contract.Json;
import io.botyard.contract.UserId;
import io.botyard.contract.event.CallError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended.
 *
 * @param bot whose usage it counts to; none for control commands
 * @param attempts how often Telegram was asked
 * @param migratedToChatId the supergroup that took the place of the call's chat, when Telegram said so
 * @param result JSON; none without one or when it was left out for its size
 */
record Ending(
        CommandId id,
        UserId userId,
        String kind,
        @Nullable String method,
        OperationStatus status,
        @Nullable BotRowId bot,
        int attempts,
        Instant at,
        @Nullable Long migratedToChatId,
        @Nullable Json result,
        boolean resultOmitted,
        boolean repeated,
        @Nullable CallError error)
        implements News {
    @Override
    public Operation appliedTo(@Nullable Operation known) {
        return known == null ? Operation.of(this) : known.ended(this);
    }
}
