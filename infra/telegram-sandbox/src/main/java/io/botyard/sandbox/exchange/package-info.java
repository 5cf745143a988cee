/** One request of a bot and the reply to it, as they travel. */
@NullMarked
package io.botyard.sandbox.exchange;

import org.jspecify.annotations.NullMarked;
