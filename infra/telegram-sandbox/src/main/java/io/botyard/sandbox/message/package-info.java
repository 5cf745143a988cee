/** The messages that bots sent, so that editing and deleting them is real. */
@NullMarked
package io.botyard.sandbox.message;

import org.jspecify.annotations.NullMarked;
