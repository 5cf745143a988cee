/** Who may be under way. */
@NullMarked
package io.botyard.worker.fleet;

import org.jspecify.annotations.NullMarked;
