package io.botyard.audit.activity.streams;

import java.util.Locale;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether outcomes are counted. The trail is kept without it, so readiness does not ask. */
@Component
final class ActivityHealthIndicator implements HealthIndicator {
    private final ActivityStreams streams;

    ActivityHealthIndicator(ActivityStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        return streams.state()
                .map(ActivityHealthIndicator::of)
                .orElseGet(() ->
                        Health.unknown().withDetail("streams", "not begun").build());
    }

    private static Health of(KafkaStreams.State state) {
        var health = switch (state) {
            case RUNNING -> Health.up();
            case CREATED, REBALANCING -> Health.unknown();
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> Health.outOfService();
        };
        return health.withDetail("streams", state.name().toLowerCase(Locale.ROOT))
                .build();
    }
}
