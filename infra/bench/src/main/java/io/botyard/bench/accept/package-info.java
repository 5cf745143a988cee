/** S6: how fast the gateway accepts, beside a constant answer, the bare producer, and other people's stacks. */
@NullMarked
package io.botyard.bench.accept;

import org.jspecify.annotations.NullMarked;
