/** Benchmarks: ratios inside one run, ours against the limit of this machine in this minute. */
@NullMarked
package io.botyard.bench;

import org.jspecify.annotations.NullMarked;
