package io.botyard.audit.activity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a bot is called ill.
 *
 * @param window how far back its calls are looked at
 * @param leastCalls with fewer of them no percentage and no mean makes it worse
 * @param degradedPercent of failures
 * @param degradedMean how long Telegram takes on average
 * @param unhealthyPercent of failures
 * @param unhealthyInARow failures without another end between them
 * @param lookEvery how often it is looked whether bots have become better
 */
@ConfigurationProperties("botyard.audit.health")
public record HealthSettings(
        @DefaultValue("5m") Duration window,
        @DefaultValue("10") int leastCalls,
        @DefaultValue("20") int degradedPercent,
        @DefaultValue("3s") Duration degradedMean,
        @DefaultValue("50") int unhealthyPercent,
        @DefaultValue("5") int unhealthyInARow,
        @DefaultValue("10s") Duration lookEvery) {
    private static final int SLOTS = 30;

    public HealthSettings {
        if (window.toSeconds() < SLOTS) {
            throw new IllegalArgumentException("botyard.audit.health.window is 30s at least: " + window);
        }
        if (leastCalls < 1 || unhealthyInARow < 1) {
            throw new IllegalArgumentException(
                    "botyard.audit.health.least-calls and unhealthy-in-a-row are 1 at least");
        }
    }

    long windowMs() {
        return window.toMillis();
    }

    /** The window slides by so much at a time. */
    long slotMs() {
        return windowMs() / SLOTS;
    }
}
