package io.botyard.ratelimit.hazelcast;

import java.util.List;

/**
 * Where this member listens and whom it looks for.
 *
 * @param port the first port tried; the next free one of 20 is taken
 * @param members addresses of others; never found by multicast
 */
public record HazelcastSettings(String clusterName, String bind, int port, List<String> members) {

    public HazelcastSettings {
        members = List.copyOf(members);
    }
}
