package io.botyard.audit.fleet;

import io.botyard.audit.entry.KafkaAway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lag of some seconds ago: one look serves everybody who comes meanwhile, also one that failed. */
@Component
public final class RecentLag {
    private final Lag lag;
    private final Clock clock;
    private final Duration kept;
    private @Nullable Look last;

    RecentLag(Lag lag, FleetSettings settings, Clock clock) {
        this.lag = lag;
        this.clock = clock;
        this.kept = settings.lagKept();
    }

    /**
     * By topic; whoever comes during a look waits for it.
     *
     * @throws KafkaAway when it was not to be known
     */
    public synchronized List<TopicLag> get() {
        var look = last;
        if (look == null || !look.isRecent(clock.instant(), kept)) {
            look = new Look(look(), clock.instant());
            last = look;
        }
        return look.found().get();
    }

    private Supplier<List<TopicLag>> look() {
        try {
            var found = lag.now();
            return () -> found;
        } catch (KafkaAway away) {
            return () -> {
                throw away;
            };
        }
    }

    private record Look(Supplier<List<TopicLag>> found, Instant endedAt) {
        /** Not when the clock was set back since. */
        boolean isRecent(Instant now, Duration kept) {
            return !now.isBefore(endedAt) && now.isBefore(endedAt.plus(kept));
        }
    }
}
