package io.botyard.ratelimit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How fast tokens come, and how many may lie ready.
 *
 * @param perSecond above 0; 0.5 is a token every two seconds
 * @param burst 1 or more: what may be taken at once after a rest
 */
public record Rate(BigDecimal perSecond, long burst) {

    private static final BigDecimal NANOS =
            BigDecimal.valueOf(Duration.ofSeconds(1).toNanos());

    public Rate {
        if (perSecond.signum() <= 0 || burst < 1) {
            throw new IllegalArgumentException("a rate is above 0 with a burst of at least 1");
        }
    }

    /** At most a second's worth at once, and always at least one. */
    public static Rate perSecond(BigDecimal perSecond) {
        return new Rate(
                perSecond, Math.max(1, perSecond.setScale(0, RoundingMode.DOWN).longValueExact()));
    }

    /** The time between two tokens, rounded up, so that the rate is never exceeded. */
    public Duration interval() {
        return Duration.ofNanos(NANOS.divide(perSecond, 0, RoundingMode.UP).longValueExact());
    }

    /** The same, as bucket4j says it. */
    public BucketConfiguration configuration() {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(1, interval())
                        .build())
                .build();
    }
}
