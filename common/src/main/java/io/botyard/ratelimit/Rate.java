package io.botyard.ratelimit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How fast tokens come, and how many may lie ready.
 *
 * @param interval the time between two tokens; two seconds is 0.5 per second
 * @param burst 1 or more: what may be taken at once after a rest
 */
public record Rate(Duration interval, long burst) {

    private static final BigDecimal NANOS =
            BigDecimal.valueOf(Duration.ofSeconds(1).toNanos());

    public Rate {
        if (!interval.isPositive() || burst < 1) {
            throw new IllegalArgumentException("a rate is above 0 with a burst of at least 1");
        }
    }

    /** At most a second's worth at once, and always at least one. */
    public static Rate perSecond(BigDecimal perSecond) {
        return perSecond(
                perSecond, Math.max(1, perSecond.setScale(0, RoundingMode.DOWN).longValueExact()));
    }

    /** The interval is rounded up, so that the rate is never exceeded. */
    public static Rate perSecond(BigDecimal perSecond, long burst) {
        if (perSecond.signum() <= 0) {
            throw new IllegalArgumentException("a rate is above 0");
        }
        return new Rate(
                Duration.ofNanos(NANOS.divide(perSecond, 0, RoundingMode.UP).longValueExact()), burst);
    }

    /** All of them at once after a rest, then one by one, so that the window brings them all back. */
    public static Rate per(long tokens, Duration window) {
        var nanos = BigInteger.valueOf(window.toNanos());
        var interval = new BigDecimal(nanos).divide(BigDecimal.valueOf(tokens), 0, RoundingMode.UP);
        return new Rate(Duration.ofNanos(interval.longValueExact()), tokens);
    }

    /** The time in which an empty bucket fills. */
    public Duration window() {
        return interval.multipliedBy(burst);
    }

    /** This node's part when several share the rate and cannot talk; never less than a bucket of one. */
    public Rate dividedBy(int nodes) {
        return new Rate(interval.multipliedBy(nodes), Math.max(1, burst / nodes));
    }

    /** The same, as bucket4j says it. */
    public BucketConfiguration configuration() {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(1, interval)
                        .build())
                .build();
    }

    /** What buckets of this name and rate are called where they lie: another rate is another bucket. */
    public String bucket(String name) {
        return name + "@" + interval.toNanos() + "x" + burst;
    }
}
