package io.botyard.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Buckets of this process alone: what serves while the shared ones cannot be reached. */
public final class LocalRateBuckets implements RateBuckets {

    /** A bucket untouched for longer is full again at every rate there is, so forgetting it changes nothing. */
    private static final Duration FULL_AGAIN = Duration.ofMinutes(20);

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(FULL_AGAIN).build();
    private final TimeMeter time;

    public LocalRateBuckets(TimeMeter time) {
        this.time = time;
    }

    @Override
    public Duration reserve(String bucket, Rate rate) {
        return Duration.ofNanos(buckets.get(bucket + "@" + rate.perSecond(), name -> create(rate))
                .consumeIgnoringRateLimits(1));
    }

    private Bucket create(Rate rate) {
        return Bucket.builder()
                .addLimit(rate.configuration().getBandwidths()[0])
                .withCustomTimePrecision(time)
                .build();
    }
}
