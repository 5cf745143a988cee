/** One handler for each control command: load, guard, change, event. None of them talks to Telegram. */
@NullMarked
package io.botyard.worker.control;

import org.jspecify.annotations.NullMarked;
