package io.botyard.standalone.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import io.botyard.ratelimit.hazelcast.HazelcastMember;
import io.botyard.ratelimit.hazelcast.HazelcastSettings;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/** A cluster of one. Each application finds it as if it had made it, and none of them stops it. */
public final class SharedMember implements AutoCloseable {

    private static final int FIRST_PORT = 5701;

    private final HazelcastInstance member;

    private SharedMember(HazelcastInstance member) {
        this.member = member;
    }

    /** On the loopback, under a name of its own: it never joins anything else on this machine. */
    public static SharedMember start() {
        var name = "botyard-standalone-" + UUID.randomUUID();
        return new SharedMember(HazelcastMember.start(new HazelcastSettings(name, "127.0.0.1", FIRST_PORT, List.of())));
    }

    /** Before the context makes its own beans. */
    public void register(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("hazelcastInstance", member);
    }

    @Override
    public void close() {
        member.shutdown();
    }
}
