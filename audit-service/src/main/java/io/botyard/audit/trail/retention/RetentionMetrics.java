package io.botyard.audit.trail.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What retention tells Prometheus. */
@Component
final class RetentionMetrics {
    private final AtomicInteger held = new AtomicInteger();
    private final Counter dropped;
    private final Map<Forgettable, Counter> forgotten = new EnumMap<>(Forgettable.class);

    RetentionMetrics(MeterRegistry meters) {
        this.dropped = Counter.builder("botyard.audit.dropped.months")
                .description("Months of entries that were dropped")
                .register(meters);
        for (var what : Forgettable.values()) {
            forgotten.put(
                    what,
                    Counter.builder("botyard.audit.forgotten." + what.word())
                            .description("Rows that were older than they are kept, and are gone")
                            .register(meters));
        }
        Gauge.builder("botyard.audit.held.chains", held, AtomicInteger::get)
                .description("Chains whose old part may not be dropped, in the partitions signed for here")
                .baseUnit("chains")
                .register(meters);
    }

    void dropped(int months) {
        dropped.increment(months);
    }

    void forgotten(Forgettable what, int rows) {
        Objects.requireNonNull(forgotten.get(what)).increment(rows);
    }

    void held(int chains) {
        held.set(chains);
    }
}
