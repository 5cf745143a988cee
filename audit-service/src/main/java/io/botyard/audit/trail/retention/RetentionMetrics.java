package io.botyard.audit.trail.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What retention tells Prometheus. */
@Component
final class RetentionMetrics {
    private final AtomicInteger held = new AtomicInteger();
    private final Counter dropped;

    RetentionMetrics(MeterRegistry meters) {
        this.dropped = Counter.builder("botyard.audit.dropped.months")
                .description("Months of entries that were dropped")
                .register(meters);
        Gauge.builder("botyard.audit.held.chains", held, AtomicInteger::get)
                .description("Chains whose old part may not be dropped, in the partitions signed for here")
                .baseUnit("chains")
                .register(meters);
    }

    void dropped(int months) {
        dropped.increment(months);
    }

    void held(int chains) {
        held.set(chains);
    }
}
