package io.botyard.gateway.bots.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much a bot was used. */
public record BotUsage(long totalRequests, @Nullable Instant lastUsedAt) {

    static final BotUsage NONE = new BotUsage(0, null);
}
