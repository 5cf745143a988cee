package io.botyard.gateway.operations.hazelcast;

import io.botyard.ratelimit.hazelcast.HazelcastSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where this gateway's member listens, and the other members it looks for. */
@ConfigurationProperties("botyard.hazelcast")
record MemberSettings(
        String clusterName, String bind, int port, @Nullable List<String> members) {

    HazelcastSettings settings() {
        return new HazelcastSettings(clusterName, bind, port, members == null ? List.of() : members);
    }
}
