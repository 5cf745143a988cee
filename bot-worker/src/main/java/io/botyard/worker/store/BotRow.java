package io.botyard.worker.store;

import io.botyard.worker.bot.Bot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A {@link Bot} as the row that is written. */
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
}
