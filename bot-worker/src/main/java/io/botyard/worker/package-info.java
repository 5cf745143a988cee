/** The service that owns the bots: it takes commands, calls Telegram and tells what happened. */
@NullMarked
package io.botyard.worker;

import org.jspecify.annotations.NullMarked;
