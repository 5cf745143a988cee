/** S7: what a user notices when the worker that acts for them is killed. */
@NullMarked
package io.botyard.bench.takeover;

import org.jspecify.annotations.NullMarked;
