package io.botyard.gateway.bots.store;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Ceilings;
import io.botyard.contract.Limits;
import io.botyard.contract.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's bot as the worker last committed it. The worker decides again about everything that is asked of it.
 *
 * @param backlogFull as many calls wait as may: no more are taken
 */
public record BotView(
        UserId userId,
        BotRowId id,
        BotId botId,
        @Nullable String botUsername,
        BotStatus status,
        boolean verified,
        Limits limits,
        Ceilings ceilings,
        @Nullable String suspensionReason,
        @Nullable String lastError,
        boolean mtprotoConfigured,
        long version,
        Instant createdAt,
        Instant updatedAt,
        boolean backlogFull) {

    public boolean takesCalls() {
        return status == BotStatus.ACTIVE || status == BotStatus.RATE_LIMITED;
    }

    /** The smaller of what the user wants and what an admin allows. */
    public BigDecimal effectiveRate() {
        var ceiling = ceilings.maxRequestsPerSecond();
        return ceiling == null
                ? limits.maxRequestsPerSecond()
                : limits.maxRequestsPerSecond().min(ceiling);
    }
}
