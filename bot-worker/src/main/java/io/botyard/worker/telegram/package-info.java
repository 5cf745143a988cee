/** One call to Telegram: any method, its answer as a sealed value, and no token in anything that can be printed. */
@NullMarked
package io.botyard.worker.telegram;

import org.jspecify.annotations.NullMarked;
