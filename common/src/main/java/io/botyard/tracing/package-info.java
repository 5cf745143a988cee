/** How the steps of one request are told apart and timed across services; where it is off, nothing of it costs anything. */
@NullMarked
package io.botyard.tracing;

import org.jspecify.annotations.NullMarked;
