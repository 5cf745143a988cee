package io.botyard.audit.activity.store;

import io.botyard.contract.BotRowId;
import io.botyard.contract.UserId;
import io.botyard.contract.event.BotHealth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a bot fares.
 *
 * @param since when it was said; the figures are those it was said by
 */
record FaringBot(
        UserId userId,
        @Nullable BotRowId id,
        BotHealth health,
        Instant since,
        long sends,
        long failures,
        int consecutiveFailures,
        @Nullable Long meanMs) {}
