package io.botyard.ratelimit;

import java.time.Duration;

/** Named buckets of tokens. A name holds one bucket, on however many nodes it is asked for. */
public interface RateBuckets {

    /**
     * Takes one token, in advance where none lies ready, and says how long to wait before using it. Whoever waits as
     * told never exceeds the rate. Blocks for at most 100 ms, also while the nodes cannot reach each other.
     */
    Duration reserve(String bucket, Rate rate);
}
