package io.botyard.worker.store;

import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Limits;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.BotState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A {@link Bot} as a row. */
@Table("bot")
record BotRow(
        @Id long id,
        long userId,
        long botId,
        @Nullable String botUsername,
        String token,
        @Nullable String mtproto,
        String status,
        boolean isVerified,
        BigDecimal maxRequestsPerSecond,
        int maxConcurrentRequests,
        @Nullable String lastError,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static BotRow of(Bot bot) {
        var state = bot.state();
        var mtproto = bot.mtproto();
        return new BotRow(
                bot.id().value(),
                bot.owner().value(),
                bot.botId().value(),
                bot.username(),
                bot.token().value(),
                mtproto == null ? null : mtproto.value(),
                state.status().name().toLowerCase(Locale.ROOT),
                state.verified(),
                bot.limits().maxRequestsPerSecond(),
                bot.limits().maxConcurrentRequests(),
                state.lastError(),
                bot.version(),
                bot.createdAt(),
                bot.updatedAt());
    }

    Bot toBot() {
        return new Bot(
                new BotRowId(id),
                new UserId(userId),
                new BotId(botId),
                botUsername,
                new SealedSecret(token),
                mtproto == null ? null : new SealedSecret(mtproto),
                new Limits(maxRequestsPerSecond, maxConcurrentRequests),
                state(),
                version,
                createdAt,
                updatedAt);
    }

    private BotState state() {
        return switch (BotStatus.valueOf(status.toUpperCase(Locale.ROOT))) {
            case PENDING -> new BotState.Pending(lastError);
            case ACTIVE -> new BotState.Active(lastError);
            case ERROR -> new BotState.Rejected(lastError == null ? Bot.REJECTED : lastError);
            case RATE_LIMITED, SUSPENDED ->
                throw new IllegalStateException("bot " + id + " is in a state of a later release: " + status);
        };
    }
}
