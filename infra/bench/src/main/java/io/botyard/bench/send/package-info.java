/** S1: sendMessage through a worker, beside the bare HTTP client and other people's. */
@NullMarked
package io.botyard.bench.send;

import org.jspecify.annotations.NullMarked;
