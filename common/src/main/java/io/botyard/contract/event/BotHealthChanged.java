package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.BotRowId;
import org.jspecify.annotations.Nullable;

/**
 * A bot's calls go worse or better than they did.
 *
 * @param id the bot's row, when its calls told it
 * @param sends calls of the last minutes that Telegram was asked for
 * @param failures those among them that Telegram did not answer, or answered with 5xx
 * @param consecutiveFailures how many of the last ones failed, counted no further than makes the bot unhealthy
 * @param meanMs how long Telegram took on average, when that is known
 */
public record BotHealthChanged(
        @JsonUnwrapped AccessHead head,
        @Nullable BotRowId id,
        BotHealth before,
        BotHealth after,
        long sends,
        long failures,
        int consecutiveFailures,
        @Nullable Long meanMs)
        implements AccessEvent {}
