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
        long tokenSince,
        @Nullable String mtproto,
        int keyVersion,
        int leftBehind,
        @Nullable String webhookSecretSha256,
        String status,
        boolean isVerified,
        BigDecimal maxRequestsPerSecond,
        int maxConcurrentRequests,
        @Nullable String lastError,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** Written anew, so nobody knows yet that it does not open. */
    static BotRow of(Bot bot, KeyVersions versions) {
        var state = bot.state();
        var mtproto = bot.mtproto();
        return new BotRow(
                bot.id().value(),
                bot.owner().value(),
                bot.botId().value(),
                bot.username(),
                bot.token().value(),
                bot.tokenSince(),
                mtproto == null ? null : mtproto.value(),
                SealedBot.keyVersion(versions, bot.token(), mtproto),
                0,
                bot.webhookSecretSha256(),
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
