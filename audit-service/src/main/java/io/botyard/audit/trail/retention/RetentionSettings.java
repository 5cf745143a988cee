package io.botyard.audit.trail.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long entries are kept, and how often is looked for what is too old.
 *
 * @param retention at least 35 days, which is longer than Kafka tells of an event; none: for ever
 * @param retentionEvery how often is looked for what is older than it is kept
 */
@ConfigurationProperties("botyard.audit")
record RetentionSettings(
        @Nullable Duration retention, @DefaultValue("10m") Duration retentionEvery) {
    private static final Duration SHORTEST = Duration.ofDays(35);

    RetentionSettings {
        if (retention != null && retention.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("botyard.audit.retention is at least 35 days: " + retention);
        }
        if (!retentionEvery.isPositive()) {
            throw new IllegalArgumentException("botyard.audit.retention-every is positive: " + retentionEvery);
        }
    }

    /** The beginning of the first month that has to be kept when so much has to be kept from this moment on. */
    static Instant monthOf(Instant oldest) {
        return oldest.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .withDayOfMonth(1)
                .atTime(LocalTime.MIDNIGHT)
                .toInstant(ZoneOffset.UTC);
    }
}
