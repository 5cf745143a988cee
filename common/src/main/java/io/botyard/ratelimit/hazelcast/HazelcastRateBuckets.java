package io.botyard.ratelimit.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import io.botyard.ratelimit.LocalRateBuckets;
import io.botyard.ratelimit.Rate;
import io.botyard.ratelimit.RateBuckets;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.grid.hazelcast.Bucket4jHazelcast;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buckets in a distributed map. While it does not answer, a bucket of this process serves at the same rate. */
public final class HazelcastRateBuckets implements RateBuckets {

    private static final Logger LOG = LoggerFactory.getLogger(HazelcastRateBuckets.class);
    private static final String MAP = "rate-buckets";
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final ProxyManager<String> shared;
    private final RateBuckets own = new LocalRateBuckets(TimeMeter.SYSTEM_NANOTIME);
    private final LongAdder servedLocally = new LongAdder();

    public HazelcastRateBuckets(HazelcastInstance hazelcast) {
        this.shared = Bucket4jHazelcast.entryProcessorBasedBuilder(hazelcast.<String, byte[]>getMap(MAP))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    @Override
    public Duration reserve(String bucket, Rate rate) {
        try {
            var wait = shared.asAsync()
                    .builder()
                    .build(
                            bucket + "@" + rate.perSecond(),
                            () -> CompletableFuture.completedFuture(rate.configuration()))
                    .consumeIgnoringRateLimits(1)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Duration.ofNanos(wait);
        } catch (ExecutionException | TimeoutException | IllegalStateException away) {
            servedLocally.increment();
            LOG.atDebug().addKeyValue("reason", away.toString()).log("rate bucket served locally");
            return own.reserve(bucket, rate);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return own.reserve(bucket, rate);
        }
    }

    /** How often this process's own bucket had to serve. */
    public long servedLocally() {
        return servedLocally.sum();
    }
}
