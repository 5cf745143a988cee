package io.botyard.standalone.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import io.botyard.ratelimit.hazelcast.HazelcastMember;
import io.botyard.ratelimit.hazelcast.HazelcastSettings;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
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

    /** Before the context makes its own beans; it waits for the member where it needs it. */
    public static void register(ConfigurableApplicationContext context, CompletableFuture<SharedMember> starting) {
        var shared = BeanDefinitionBuilder.genericBeanDefinition(HazelcastInstance.class, () -> starting.join().member)
                .getBeanDefinition();
        // Not what would be found by its name: who closes one application does not end what the others use.
        shared.setDestroyMethodName("");
        ((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition("hazelcastInstance", shared);
    }

    @Override
    public void close() {
        member.shutdown();
    }
}
