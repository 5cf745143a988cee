package io.botyard.worker.call;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient one call is.
 *
 * @param deadline how long an attempt may take, at most 20 s: whoever takes over waits that long before it says unknown
 * @param attempts how often Telegram is asked when it cannot be reached or answers 5xx; waiting as told by a 429 does
 *     not count
 * @param backoff before the second attempt; doubles each time
 * @param inMemory how long a call waits in memory; what waits longer is set aside in Postgres
 */
@Validated
@ConfigurationProperties("botyard.worker.call")
record CallSettings(
        @DefaultValue("20s") Duration deadline,
        @DefaultValue("5") @Min(1) @Max(20) int attempts,
        @DefaultValue("500ms") Duration backoff,
        @DefaultValue("5s") Duration inMemory) {

    private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(20);

    public CallSettings {
        if (deadline.compareTo(LONGEST_DEADLINE) > 0 || deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("botyard.worker.call.deadline is more than 0 and at most 20 s");
        }
    }

    Duration halfDeadline() {
        return Duration.ofNanos(deadline.toNanos() / 2);
    }

    /** Whether somebody who has to wait so long is set aside. */
    boolean isLong(Duration wait) {
        return wait.compareTo(inMemory) > 0;
    }

    /** Exponential, so that a Telegram in trouble is not asked more often. */
    Duration backoffAfter(int attemptsMade) {
        return backoff.multipliedBy(1L << Math.min(10, Math.max(0, attemptsMade - 1)));
    }
}
