/** S5: what a bot costs that is only there, and what it costs to wake it. */
@NullMarked
package io.botyard.bench.density;

import org.jspecify.annotations.NullMarked;
