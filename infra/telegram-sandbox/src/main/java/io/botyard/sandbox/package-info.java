/** A stand-in for the Telegram Bot API that keeps Telegram's rules and remembers what arrived. */
@NullMarked
package io.botyard.sandbox;

import org.jspecify.annotations.NullMarked;
