package io.botyard.gateway.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a bot did, or all of them, step by step, as audit-service words it and clients find it described.
 *
 * @param userId whose bot; all of them when null
 * @param from when the first step begins
 * @param to when the last one ends
 * @param step in seconds
 */
@Schema(name = "Activity")
record ActivityAnswer(@Nullable Long userId, Instant from, Instant to, long step, List<Window> windows) {

    /**
     * Calls that ended within one step.
     *
     * @param sends that Telegram was asked for
     * @param failures sends that Telegram did not answer, or answered with 5xx
     * @param clientErrors sends that Telegram turned down for what they asked
     * @param throttled how often Telegram answered 429
     */
    @Schema(name = "ActivityWindow")
    record Window(
            Instant from, Instant to, long sends, long failures, long clientErrors, long throttled, Latency latency) {}

    /**
     * How long Telegram took.
     *
     * @param count of how many sends that is known
     */
    @Schema(name = "ActivityLatency")
    record Latency(long count, @Nullable Long meanMs, List<Bucket> buckets) {}

    /**
     * Sends that took longer than the bucket before allows.
     *
     * @param upToMs inclusive; null in the last one, which has no bound
     */
    @Schema(name = "ActivityLatencyBucket")
    record Bucket(@Nullable Long upToMs, long count) {}
}
