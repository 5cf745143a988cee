package io.botyard.gateway.testing;

import static org.awaitility.Awaitility.await;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two gateways of a deployment that are members of one Hazelcast cluster. */
public record TwoGateways(RunningGateway one, RunningGateway other) implements AutoCloseable {

    public static TwoGateways joined(World world, Map<String, Object> settings) {
        return joined(world, settings, Replaced.nothing());
    }

    /** With parts of the other replaced. */
    public static TwoGateways joined(World world, Map<String, Object> settings, Replaced ofOther) {
        var port = RunningGateway.freePort();
        var one = world.start(with(settings, port, port));
        var other = world.start(with(settings, RunningGateway.freePort(), port), ofOther);
        var both = new TwoGateways(one, other);
        await().until(() -> members(one).size() == 2 && members(other).size() == 2);
        return both;
    }

    private static Map<String, Object> with(Map<String, Object> settings, int port, int member) {
        var all = new HashMap<>(settings);
        all.put("botyard.hazelcast.port", port);
        all.put("botyard.hazelcast.members", "127.0.0.1:" + member);
        return all;
    }

    public List<RunningGateway> both() {
        return List.of(one, other);
    }

    /** Each gives the other up, as after a cut between them; minutes pass before Hazelcast heals that. */
    public void split() {
        both().forEach(TwoGateways::giveUpOthers);
        await().until(() -> members(one).size() == 1 && members(other).size() == 1);
    }

    private static void giveUpOthers(RunningGateway gateway) {
        var node = ((HazelcastInstanceProxy) hazelcast(gateway)).getOriginal().node;
        members(gateway).stream()
                .filter(member -> !member.localMember())
                .forEach(member -> node.getClusterService().suspectMember(member, "cut by a test", true));
    }

    private static List<Member> members(RunningGateway gateway) {
        return List.copyOf(hazelcast(gateway).getCluster().getMembers());
    }

    private static HazelcastInstance hazelcast(RunningGateway gateway) {
        return gateway.context().getBean(HazelcastInstance.class);
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }
}
