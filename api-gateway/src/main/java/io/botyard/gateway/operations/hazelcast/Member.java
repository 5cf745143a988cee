package io.botyard.gateway.operations.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import io.botyard.ratelimit.RateBuckets;
import io.botyard.ratelimit.hazelcast.HazelcastMember;
import io.botyard.ratelimit.hazelcast.HazelcastRateBuckets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This gateway's member, unless the process it runs in brings one. */
@Configuration(proxyBeanMethods = false)
class Member {

    private static final String KIND = "gateway";

    @Bean(destroyMethod = "shutdown")
    @ConditionalOnMissingBean
    HazelcastInstance hazelcast(MemberSettings settings) {
        return HazelcastMember.start(settings.settings(), KIND);
    }

    /** Shared by all gateways; one that is cut off serves its part. */
    @Bean
    RateBuckets rateBuckets(HazelcastInstance hazelcast) {
        return new HazelcastRateBuckets(hazelcast, () -> HazelcastMember.count(hazelcast, KIND));
    }
}
