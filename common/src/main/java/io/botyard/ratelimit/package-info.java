/** Token buckets that all nodes share. */
@NullMarked
package io.botyard.ratelimit;

import org.jspecify.annotations.NullMarked;
