package io.botyard.gateway.live;

import io.botyard.contract.UserId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Which partition a user's records are in: Kafka's own rule for a key. */
final class UserPartition {

    private UserPartition() {}

    static int of(UserId user, int partitions) {
        return BuiltInPartitioner.partitionForKey(user.toString().getBytes(StandardCharsets.UTF_8), partitions);
    }
}
