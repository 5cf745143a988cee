package io.botyard.gateway.operations.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import io.botyard.ratelimit.hazelcast.HazelcastMember;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This gateway's member, unless the process it runs in brings one. */
@Configuration(proxyBeanMethods = false)
class Member {

    @Bean(destroyMethod = "shutdown")
    @ConditionalOnMissingBean
    HazelcastInstance hazelcast(MemberSettings settings) {
        return HazelcastMember.start(settings.settings());
    }
}
