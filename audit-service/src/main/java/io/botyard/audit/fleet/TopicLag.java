package io.botyard.audit.fleet;

import io.botyard.contract.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far workers are behind in one topic.
 *
 * @param records that lie behind what is committed as finished, in all partitions
 * @param oldestAt when the oldest of them was written; none when there are none, or when Kafka did not show it in time
 * @param seenAt when it was so
 */
public record TopicLag(Topic topic, long records, @Nullable Instant oldestAt, Instant seenAt) {

    /** How old the oldest was then, as far as that is known. */
    public @Nullable Duration age() {
        if (oldestAt == null) {
            return null;
        }
        var age = Duration.between(oldestAt, seenAt);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
