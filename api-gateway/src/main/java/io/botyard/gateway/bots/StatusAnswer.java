package io.botyard.gateway.bots;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Ceilings;
import io.botyard.contract.UserId;
import io.botyard.gateway.bots.store.BotUsage;
import io.botyard.gateway.bots.store.BotView;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bot as its user sees it; never a token.
 *
 * @param adminLimits an admin's ceilings, when there are any
 * @param health null until it is measured
 */
public record StatusAnswer(
        BotRowId id,
        UserId userId,
        BotId botId,
        @Nullable String botUsername,
        BotStatus status,
        boolean isVerified,
        BigDecimal maxRequestsPerSecond,
        int maxConcurrentRequests,
        @Nullable AdminLimits adminLimits,
        long totalRequests,
        @Nullable Instant lastUsedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String suspensionReason,
        @Nullable String lastError,
        @Nullable String health,
        boolean mtprotoConfigured) {

    /** Null where the admin set no ceiling. */
    public record AdminLimits(
            @Nullable BigDecimal maxRequestsPerSecond,
            @Nullable Integer maxConcurrentRequests) {

        public static AdminLimits of(Ceilings ceilings) {
            var rate = ceilings.maxRequestsPerSecond();
            return new AdminLimits(rate == null ? null : RateLimits.plain(rate), ceilings.maxConcurrentRequests());
        }
    }

    public static StatusAnswer of(BotView bot, BotUsage usage) {
        return new StatusAnswer(
                bot.id(),
                bot.userId(),
                bot.botId(),
                bot.botUsername(),
                bot.status(),
                bot.verified(),
                RateLimits.plain(bot.limits().maxRequestsPerSecond()),
                bot.limits().maxConcurrentRequests(),
                bot.ceilings().equals(Ceilings.NONE) ? null : AdminLimits.of(bot.ceilings()),
                usage.totalRequests(),
                usage.lastUsedAt(),
                bot.createdAt(),
                bot.updatedAt(),
                bot.suspensionReason(),
                bot.lastError(),
                null,
                bot.mtprotoConfigured());
    }
}
