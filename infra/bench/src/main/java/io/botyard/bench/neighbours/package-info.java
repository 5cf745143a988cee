/** What other bots notice of one whose calls hang. */
@NullMarked
package io.botyard.bench.neighbours;

import org.jspecify.annotations.NullMarked;
