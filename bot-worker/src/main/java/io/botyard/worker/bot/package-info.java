/** The bot and its states: what may happen to it, free of any technology. */
@NullMarked
package io.botyard.worker.bot;

import org.jspecify.annotations.NullMarked;
