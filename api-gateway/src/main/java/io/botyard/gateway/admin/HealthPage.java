package io.botyard.gateway.admin;

import io.botyard.contract.event.BotHealth;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bots that are not well, whoever became so last first, as audit-service words it and clients find it described.
 *
 * @param nextCursor where the next part begins; null when this was the last
 */
@Schema(name = "BotHealthPage")
record HealthPage(List<Item> items, @Nullable String nextCursor) {

    /**
     * How a bot fares; the figures are those by which it was found so.
     *
     * @param id the bot's row
     * @param sends calls of the five minutes before that Telegram was asked for
     * @param consecutiveFailures counted no further than makes a bot unhealthy
     * @param meanMs how long Telegram took on average
     */
    @Schema(name = "FaringBot")
    record Item(
            long userId,
            @Nullable Long id,
            BotHealth health,
            Instant since,
            long sends,
            long failures,
            int consecutiveFailures,
            @Nullable Long meanMs) {}
}
