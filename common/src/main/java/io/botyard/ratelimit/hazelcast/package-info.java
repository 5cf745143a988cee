/** {@link io.botyard.ratelimit.RateBuckets} on a Hazelcast map, and the member that holds it. */
@NullMarked
package io.botyard.ratelimit.hazelcast;

import org.jspecify.annotations.NullMarked;
