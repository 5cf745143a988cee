package io.botyard.ratelimit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;

/** Whether a bucket has a token. */
public sealed interface Token {

    /**
     * It has one.
     *
     * @param more how many lie ready beside it
     */
    record Ready(long more) implements Token {}

    /**
     * It is empty.
     *
     * @param in how long until a token is there
     */
    record Due(Duration in) implements Token {}

    /** Of taking one. */
    static Token of(ConsumptionProbe probe) {
        return probe.isConsumed()
                ? new Ready(probe.getRemainingTokens())
                : new Due(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Of looking for one. */
    static Token of(EstimationProbe probe) {
        return probe.canBeConsumed()
                ? new Ready(probe.getRemainingTokens() - 1)
                : new Due(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
