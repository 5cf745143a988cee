/** What three workers promise together, checked while they and their surroundings are killed, frozen and restarted. */
@NullMarked
package io.botyard.worker.guarantee;

import org.jspecify.annotations.NullMarked;
