package io.botyard.ratelimit.hazelcast;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.internal.util.ConcurrencyUtil;
import io.github.bucket4j.grid.hazelcast.HazelcastProxyManager;
import java.util.concurrent.ForkJoinPool;

/** Starts a member of the cluster that holds buckets, session endings and recently accepted ids, and nothing else. */
public final class HazelcastMember {

    /** Ours start above what an application's own serializers commonly use. */
    private static final int FIRST_SERIALIZER_ID = 10_000;

    private static final String KIND = "botyard.kind";

    private HazelcastMember() {}

    /** One that nobody counts. */
    public static HazelcastInstance start(HazelcastSettings settings) {
        return start(settings, "");
    }

    /**
     * A frozen member is given up after 5 s: until then its share of the buckets does not answer.
     *
     * @param kind what the process is, by which its like {@link #count} it
     */
    public static HazelcastInstance start(HazelcastSettings settings, String kind) {
        var config = new Config()
                .setClusterName(settings.clusterName())
                .setProperty("hazelcast.heartbeat.interval.seconds", "1")
                .setProperty("hazelcast.max.no.heartbeat.seconds", "5")
                .setProperty("hazelcast.wait.seconds.before.join", "0")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.logging.type", "slf4j")
                .setProperty("hazelcast.shutdownhook.enabled", "false")
                .setProperty("hazelcast.socket.bind.any", "false")
                .setProperty("hazelcast.operation.thread.count", "2")
                .setProperty("hazelcast.operation.generic.thread.count", "2")
                .setProperty("hazelcast.io.thread.count", "1");
        var network = config.getNetworkConfig().setPort(settings.port()).setPortCount(20);
        network.getInterfaces().setEnabled(true).addInterface(settings.bind());
        network.getJoin().getAutoDetectionConfig().setEnabled(false);
        network.getJoin().getMulticastConfig().setEnabled(false);
        network.getJoin()
                .getTcpIpConfig()
                .setEnabled(!settings.members().isEmpty())
                .setMembers(settings.members());
        HazelcastProxyManager.addCustomSerializers(config.getSerializationConfig(), FIRST_SERIALIZER_ID);
        config.getMemberAttributeConfig().setAttribute(KIND, kind);
        // On one or two cores Hazelcast would start a thread for each answer of a bucket.
        ConcurrencyUtil.setDefaultAsyncExecutor(ForkJoinPool.commonPool());
        return Hazelcast.newHazelcastInstance(config);
    }

    /** How many members of this kind this one knows of. */
    public static int count(HazelcastInstance member, String kind) {
        return (int) member.getCluster().getMembers().stream()
                .filter(other -> kind.equals(other.getAttribute(KIND)))
                .count();
    }
}
