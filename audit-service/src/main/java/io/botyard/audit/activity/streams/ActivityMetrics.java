package io.botyard.audit.activity.streams;

import io.botyard.contract.event.BotHealth;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What counting tells Prometheus; never by user. */
@Component
final class ActivityMetrics {
    private final Counter counted;
    private final Counter late;
    private final Counter repeated;
    private final Counter unreadable;
    private final Counter threads;
    private final Map<BotHealth, Counter> changes = new EnumMap<>(BotHealth.class);

    ActivityMetrics(MeterRegistry meters) {
        counted = counter(meters, "botyard.activity.counted", "Outcomes that were counted in their window");
        late = counter(meters, "botyard.activity.late", "Outcomes that came when their window took none any more");
        repeated = counter(meters, "botyard.activity.repeated", "Outcomes that were told before");
        unreadable = counter(meters, "botyard.activity.unreadable", "Records of bot.outcomes that could not be read");
        threads = counter(meters, "botyard.activity.threads.replaced", "Threads that broke and were replaced");
        for (var health : BotHealth.values()) {
            changes.put(
                    health,
                    Counter.builder("botyard.health.changes")
                            .description("Bots whose health became this")
                            .tag("after", health.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    void counted() {
        counted.increment();
    }

    void late() {
        late.increment();
    }

    void repeated() {
        repeated.increment();
    }

    void unreadable() {
        unreadable.increment();
    }

    void threadReplaced() {
        threads.increment();
    }

    void became(BotHealth health) {
        changes.computeIfPresent(health, (_, counter) -> {
            counter.increment();
            return counter;
        });
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }
}
