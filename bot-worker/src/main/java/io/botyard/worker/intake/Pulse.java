package io.botyard.worker.intake;

import com.github.benmanes.caffeine.cache.Ticker;
import io.botyard.worker.store.Lease;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the loop turns and holds the leases of what it is assigned: what readiness asks. */
final class Pulse implements HealthIndicator {

    private static final Duration LATE = Duration.ofSeconds(5);

    private record Beat(long at, int assigned, Collection<Lease> leases) {}

    private final Ticker ticker;
    private volatile Beat last;

    Pulse(Ticker ticker) {
        this.ticker = ticker;
        this.last = new Beat(ticker.read() - LATE.toNanos(), 0, Set.of());
    }

    void beat(Set<Integer> assigned, Collection<OwnedPartition> owned) {
        last = new Beat(
                ticker.read(),
                assigned.size(),
                owned.stream().map(OwnedPartition::lease).toList());
    }

    @Override
    public Health health() {
        var beat = last;
        var polls = ticker.read() - beat.at() < LATE.toNanos();
        var held = beat.leases().stream().filter(Lease::trusted).count();
        var health = polls && beat.assigned() > 0 && held == beat.assigned() ? Health.up() : Health.outOfService();
        return health.withDetail("polls", polls)
                .withDetail("assigned", beat.assigned())
                .withDetail("leases", held)
                .build();
    }
}
