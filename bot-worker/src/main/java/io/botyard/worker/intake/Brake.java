package io.botyard.worker.intake;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps the records of one topic that are not finished to what a node bears. When it is full no partition is read on;
 * from half of that those wait that hold more than their share. Otherwise the first partition with a backlog would fill
 * the node alone, and everybody else's calls would not even be read.
 */
final class Brake {

    private final Consumer<String, byte[]> consumer;
    private final int most;
    private final Set<TopicPartition> held = new HashSet<>();
    private boolean full;

    Brake(Consumer<String, byte[]> consumer, int most) {
        this.consumer = consumer;
        this.most = most;
    }

    /** @param open how many records are not finished of each partition that is to be read */
    void adjust(Map<TopicPartition, Integer> open) {
        var total = open.values().stream().mapToInt(Integer::intValue).sum();
        full = total >= (full ? most - most / 5 : most);
        var share = total < most / 2 ? most : most / 2 / Math.max(1, open.size());
        held.retainAll(open.keySet());
        var stop = new HashSet<TopicPartition>();
        var goOn = new HashSet<TopicPartition>();
        open.forEach((partition, count) -> {
            var hold = full || count > share;
            if (hold && held.add(partition)) {
                stop.add(partition);
            } else if (!hold && held.remove(partition)) {
                goOn.add(partition);
            }
        });
        consumer.pause(stop);
        consumer.resume(goOn);
    }

    /** Whether some partition is not read on for the moment. */
    boolean holds() {
        return !held.isEmpty();
    }
}
