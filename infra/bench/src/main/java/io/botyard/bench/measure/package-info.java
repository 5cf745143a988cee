/** What all benchmarks share: programs that run when told, what a run came to, medians and tables. */
@NullMarked
package io.botyard.bench.measure;

import org.jspecify.annotations.NullMarked;
