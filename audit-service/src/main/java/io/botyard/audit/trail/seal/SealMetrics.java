package io.botyard.audit.trail.seal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What signing tells Prometheus. */
@Component
final class SealMetrics {
    private final Set<Integer> behind = ConcurrentHashMap.newKeySet();
    private final Counter seals;
    private final Counter entries;

    SealMetrics(MeterRegistry meters) {
        this.seals = Counter.builder("botyard.audit.seals")
                .description("Seals that were signed")
                .register(meters);
        this.entries = Counter.builder("botyard.audit.sealed.entries")
                .description("Entries that were signed")
                .register(meters);
        Gauge.builder("botyard.audit.behind.seals", behind, Set::size)
                .description("Partitions of which the database has read less than was signed")
                .baseUnit("partitions")
                .register(meters);
    }

    void sealed(int many) {
        seals.increment();
        entries.increment(many);
    }

    void behind(int partition, boolean now) {
        if (now) {
            behind.add(partition);
        } else {
            behind.remove(partition);
        }
    }
}
