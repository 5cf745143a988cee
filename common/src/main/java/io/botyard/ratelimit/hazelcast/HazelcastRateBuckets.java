package io.botyard.ratelimit.hazelcast;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import io.botyard.ratelimit.LocalRateBuckets;
import io.botyard.ratelimit.Rate;
import io.botyard.ratelimit.RateBuckets;
import io.botyard.ratelimit.Token;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.grid.hazelcast.Bucket4jHazelcast;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buckets in a distributed map. While it does not answer, a bucket of this process serves its part of the rate. */
public final class HazelcastRateBuckets implements RateBuckets {

    private static final Logger LOG = LoggerFactory.getLogger(HazelcastRateBuckets.class);
    private static final String MAP = "rate-buckets";
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Supplier<Optional<ProxyManager<String>>> shared;
    private final RateBuckets own;
    private final IntSupplier sharers;
    private final boolean alone;
    private final Duration patience;
    private final LongAdder servedLocally = new LongAdder();

    /**
     * For the only node that asks for its buckets. Its own bucket counts along, so that members that stop answering,
     * lose a bucket or come back bring no second burst; the shared one tells what the node before has taken.
     */
    public HazelcastRateBuckets(JoiningMember member) {
        this(member.once(hazelcast -> on(hazelcast).build()), TimeMeter.SYSTEM_NANOTIME, () -> 1, true, PATIENCE);
    }

    /**
     * For one of several nodes that ask for the same buckets. Time is that of the member where a bucket lies.
     *
     * @param sharers how many nodes are known to ask: alone, each serves its part of the rate
     */
    public HazelcastRateBuckets(HazelcastInstance hazelcast, IntSupplier sharers) {
        this(there(on(hazelcast)), TimeMeter.SYSTEM_NANOTIME, sharers, false, PATIENCE);
    }

    private HazelcastRateBuckets(
            Supplier<Optional<ProxyManager<String>>> shared,
            TimeMeter ownTime,
            IntSupplier sharers,
            boolean alone,
            Duration patience) {
        this.shared = shared;
        this.own = new LocalRateBuckets(ownTime);
        this.sharers = sharers;
        this.alone = alone;
        this.patience = patience;
    }

    /** With time given, and with more patience than any question needs. */
    static HazelcastRateBuckets at(TimeMeter time, HazelcastInstance hazelcast, IntSupplier sharers) {
        return new HazelcastRateBuckets(
                there(on(hazelcast).clientClock(time)), time, sharers, false, Duration.ofMinutes(1));
    }

    /** The same for the only node that asks. */
    static HazelcastRateBuckets at(TimeMeter time, HazelcastInstance hazelcast) {
        return new HazelcastRateBuckets(
                there(on(hazelcast).clientClock(time)), time, () -> 1, true, Duration.ofMinutes(1));
    }

    private static Supplier<Optional<ProxyManager<String>>> there(
            Bucket4jHazelcast.HazelcastProxyManagerBuilder<String> builder) {
        var made = Optional.<ProxyManager<String>>of(builder.build());
        return () -> made;
    }

    private static Bucket4jHazelcast.HazelcastProxyManagerBuilder<String> on(HazelcastInstance hazelcast) {
        return Bucket4jHazelcast.entryProcessorBasedBuilder(hazelcast.<String, byte[]>getMap(MAP))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)));
    }

    @Override
    public Duration reserve(String bucket, Rate rate) {
        var together = inTime(bucket, rate, shared -> shared.consumeIgnoringRateLimits(1))
                .map(Duration::ofNanos);
        if (together.isPresent() && !alone) {
            return together.get();
        }
        var here = own.reserve(bucket, ours(rate));
        return together.filter(wait -> wait.compareTo(here) > 0).orElse(here);
    }

    @Override
    public Token tryAcquire(String bucket, Rate rate) {
        return inTime(bucket, rate, shared -> shared.tryConsumeAndReturnRemaining(1))
                .map(Token::of)
                .orElseGet(() -> own.tryAcquire(bucket, ours(rate)));
    }

    @Override
    public Token look(String bucket, Rate rate) {
        return inTime(bucket, rate, shared -> shared.estimateAbilityToConsume(1))
                .map(Token::of)
                .orElseGet(() -> own.look(bucket, ours(rate)));
    }

    @Override
    public void giveBack(String bucket, Rate rate) {
        var together = inTime(bucket, rate, shared -> shared.addTokens(1).thenApply(done -> true));
        if (together.isEmpty() || alone) {
            own.giveBack(bucket, ours(rate));
        }
    }

    /** How often this process's own bucket had to serve. */
    public long servedLocally() {
        return servedLocally.sum();
    }

    private Rate ours(Rate rate) {
        return rate.dividedBy(Math.max(1, sharers.getAsInt()));
    }

    private <T> Optional<T> inTime(String bucket, Rate rate, Function<AsyncBucketProxy, CompletableFuture<T>> ask) {
        var there = shared.get();
        if (there.isEmpty()) {
            servedLocally.increment();
            return Optional.empty();
        }
        try {
            var proxy = there.get()
                    .asAsync()
                    .builder()
                    .build(rate.bucket(bucket), () -> CompletableFuture.completedFuture(rate.configuration()));
            return Optional.of(ask.apply(proxy).get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException | IllegalStateException | HazelcastException away) {
            servedLocally.increment();
            LOG.atDebug().addKeyValue("reason", away.toString()).log("rate bucket served locally");
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
