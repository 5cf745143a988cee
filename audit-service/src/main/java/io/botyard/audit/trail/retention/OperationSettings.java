package io.botyard.audit.trail.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long operations are kept.
 *
 * @param kept after they finished; 7 days at least
 */
@ConfigurationProperties("botyard.audit.operations")
record OperationSettings(@DefaultValue("7d") Duration kept) {
    private static final Duration SHORTEST = Duration.ofDays(7);

    OperationSettings {
        if (kept.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("botyard.audit.operations.kept is at least 7 days: " + kept);
        }
    }
}
