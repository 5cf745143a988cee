package io.botyard.gateway.bots.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.contract.UserId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Bots that were seen to take calls, reused for a second, so that a busy bot's calls do not each ask Postgres. Only that
 * is remembered: whoever has no such bot is looked at again every time. The worker decides anew before each attempt.
 */
@Component
public class RecentBots {

    static final Duration REUSED = Duration.ofSeconds(1);

    private static final int MOST = 100_000;

    private final BotViews views;
    private final Cache<UserId, BotView> seen;

    RecentBots(BotViews views, Ticker ticker) {
        this.views = views;
        this.seen = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REUSED)
                .ticker(ticker)
                .build();
    }

    /** The user's bot as it is, or as it was within the last second when it took calls then. */
    public Optional<BotView> of(UserId user) {
        return Optional.ofNullable(seen.asMap().computeIfAbsent(user, this::takingCalls))
                .or(() -> views.of(user));
    }

    /** Something was asked that may change the user's bot. */
    public void forget(UserId user) {
        seen.invalidate(user);
    }

    private @Nullable BotView takingCalls(UserId user) {
        return views.of(user)
                .filter(bot -> bot.takesCalls() && !bot.backlogFull())
                .orElse(null);
    }
}
