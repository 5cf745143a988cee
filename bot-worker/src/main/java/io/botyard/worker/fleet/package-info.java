/** The bots that are resident on this node, with their opened tokens. */
@NullMarked
package io.botyard.worker.fleet;

import org.jspecify.annotations.NullMarked;
