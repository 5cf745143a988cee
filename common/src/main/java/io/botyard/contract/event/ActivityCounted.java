package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What became of the calls that ended within one window: those of a bot, or, under the platform's key, those of all bots
 * in one partition. Told again when more is counted: of one window, the one with the most calls holds.
 *
 * @param partition of the outcomes that were counted; it is also the record's partition
 * @param until exclusive
 * @param calls that ended, in whatever way
 * @param sends those among them that Telegram was asked for
 * @param failures sends that Telegram did not answer, or answered with 5xx
 * @param clientErrors sends that Telegram turned down for what they asked
 * @param throttled how often Telegram answered 429 to these calls
 * @param latency how many sends took how long: up to each of {@link #LATENCY_MS}, and longer
 * @param latencyMs how long they took together
 */
public record ActivityCounted(
        UserId userId,
        int partition,
        Instant from,
        Instant until,
        long calls,
        long sends,
        long failures,
        long clientErrors,
        long throttled,
        List<Long> latency,
        long latencyMs)
        implements Message {

    /** The upper bounds of the histogram's buckets, inclusive; one more bucket holds what took longer. */
    public static final List<Long> LATENCY_MS =
            List.of(25L, 50L, 100L, 200L, 400L, 800L, 1_500L, 3_000L, 6_000L, 12_000L, 20_000L);

    public ActivityCounted {
        latency = List.copyOf(latency);
    }

    @Override
    @JsonIgnore
    public UUID messageId() {
        return UUID.nameUUIDFromBytes(("activity_counted#" + userId + "#" + partition + "#" + from + "#" + calls)
                .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    @JsonIgnore
    public Instant said() {
        return from;
    }
}
