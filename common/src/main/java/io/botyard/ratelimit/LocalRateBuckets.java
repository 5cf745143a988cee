package io.botyard.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Buckets of this process alone: what serves while the shared ones cannot be reached. */
public final class LocalRateBuckets implements RateBuckets {

    /** What was taken in advance is made up for by then. */
    private static final Duration IN_ADVANCE = Duration.ofMinutes(20);

    private record Kept(Bucket bucket, Duration fullAgain) {}

    private final Cache<String, Kept> buckets = Caffeine.newBuilder()
            .expireAfter(Expiry.<String, Kept>accessing((name, kept) -> kept.fullAgain()))
            .build();
    private final TimeMeter time;

    public LocalRateBuckets(TimeMeter time) {
        this.time = time;
    }

    /** By a clock of nanoseconds. */
    public static LocalRateBuckets at(LongSupplier nanos) {
        return new LocalRateBuckets(new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        });
    }

    @Override
    public Duration reserve(String bucket, Rate rate) {
        return Duration.ofNanos(of(bucket, rate).consumeIgnoringRateLimits(1));
    }

    @Override
    public Token tryAcquire(String bucket, Rate rate) {
        return Token.of(of(bucket, rate).tryConsumeAndReturnRemaining(1));
    }

    @Override
    public Token look(String bucket, Rate rate) {
        return Token.of(of(bucket, rate).estimateAbilityToConsume(1));
    }

    @Override
    public void giveBack(String bucket, Rate rate) {
        of(bucket, rate).addTokens(1);
    }

    private Bucket of(String name, Rate rate) {
        return buckets.get(rate.bucket(name), missing -> create(rate)).bucket();
    }

    /** A bucket untouched until it is full again may be forgotten: that changes nothing. */
    private Kept create(Rate rate) {
        var bucket = Bucket.builder()
                .addLimit(rate.configuration().getBandwidths()[0])
                .withCustomTimePrecision(time)
                .build();
        return new Kept(bucket, rate.window().plus(IN_ADVANCE));
    }
}
