/** How fast Telegram lets a bot send, and what happens to the one who does not listen. */
@NullMarked
package io.botyard.sandbox.pace;

import org.jspecify.annotations.NullMarked;
