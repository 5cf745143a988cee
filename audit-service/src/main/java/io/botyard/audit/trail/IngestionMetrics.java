package io.botyard.audit.trail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What ingestion tells Prometheus; by topic, never by user. */
@Component
final class IngestionMetrics {
    private static final String TOPIC = "topic";
    private final MeterRegistry meters;
    private final Map<String, AtomicLong> lag = new ConcurrentHashMap<>();

    IngestionMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var topic : Inputs.topics()) {
            var behind = new AtomicLong();
            lag.put(topic, behind);
            Gauge.builder("botyard.audit.lag", behind, AtomicLong::get)
                    .description("Records of the partitions read here that are not kept yet")
                    .baseUnit("records")
                    .tag(TOPIC, topic)
                    .register(meters);
            count("botyard.audit.ingested", topic, 0);
            count("botyard.audit.dead.letters", topic, 0);
        }
    }

    void kept(List<Reading> readings) {
        count("botyard.audit.ingested", readings);
    }

    void setAside(List<Reading> readings) {
        count("botyard.audit.dead.letters", readings);
    }

    /** How far behind each topic is; those not named are not behind. */
    void lag(Map<String, Long> records) {
        lag.forEach((topic, behind) -> behind.set(records.getOrDefault(topic, 0L)));
    }

    private void count(String name, List<Reading> readings) {
        readings.stream()
                .collect(Collectors.groupingBy(reading -> reading.record().topic(), Collectors.summingInt(_ -> 1)))
                .forEach((topic, records) -> count(name, topic, records));
    }

    private void count(String name, String topic, int records) {
        meters.counter(name, TOPIC, topic).increment(records);
    }
}
