package io.botyard.ratelimit;

import java.time.Duration;

/**
 * Named buckets of tokens. A name and a rate hold one bucket, on however many nodes it is asked for. Nothing here
 * blocks for more than 100 ms, also while the nodes cannot reach each other.
 */
public interface RateBuckets {

    /**
     * Takes one token, in advance where none lies ready, and says how long to wait before using it. Whoever waits as
     * told never exceeds the rate.
     */
    Duration reserve(String bucket, Rate rate);

    /** Takes one token if one lies ready; an empty bucket stays as it is. */
    Token tryAcquire(String bucket, Rate rate);

    /** What {@link #tryAcquire} would say, taking nothing. */
    Token look(String bucket, Rate rate);

    /** Lays a token back that was taken and not used. A bucket never holds more than its burst. */
    void giveBack(String bucket, Rate rate);
}
