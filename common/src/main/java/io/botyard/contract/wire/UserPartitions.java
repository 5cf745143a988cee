package io.botyard.contract.wire;

import io.botyard.contract.UserId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Which partition a user's records go to: Kafka's own rule for a key.
 *
 * @param count of partitions, the same for all topics keyed by user
 */
public record UserPartitions(int count) {

    public int of(UserId user) {
        return BuiltInPartitioner.partitionForKey(user.toString().getBytes(StandardCharsets.UTF_8), count);
    }
}
