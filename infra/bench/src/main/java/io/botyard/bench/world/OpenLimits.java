package io.botyard.bench.world;

import io.botyard.ratelimit.Rate;
import io.botyard.ratelimit.RateBuckets;
import io.botyard.ratelimit.Token;
import io.botyard.ratelimit.hazelcast.HazelcastRateBuckets;
import io.botyard.ratelimit.hazelcast.JoiningMember;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Buckets that cost what they always cost and never make anybody wait: no bot may send as fast as is measured. */
@Configuration(proxyBeanMethods = false)
public class OpenLimits {

    private static final Rate OPEN = new Rate(Duration.ofNanos(1000), 1_000_000_000);

    /** On the same member as the worker's own. */
    @Bean
    @Primary
    RateBuckets openBuckets(JoiningMember member) {
        return on(member);
    }

    /** The same for whoever is measured beside the worker. */
    public static RateBuckets on(JoiningMember member) {
        return new Open(new HazelcastRateBuckets(member));
    }

    private record Open(RateBuckets real) implements RateBuckets {

        @Override
        public Duration reserve(String bucket, Rate rate) {
            return real.reserve(bucket, OPEN);
        }

        @Override
        public Token tryAcquire(String bucket, Rate rate) {
            return real.tryAcquire(bucket, OPEN);
        }

        @Override
        public Token look(String bucket, Rate rate) {
            return real.look(bucket, OPEN);
        }

        @Override
        public void giveBack(String bucket, Rate rate) {
            real.giveBack(bucket, OPEN);
        }
    }
}
