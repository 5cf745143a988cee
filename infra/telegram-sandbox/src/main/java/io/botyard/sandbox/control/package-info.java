/** The sandbox's own endpoints, which Telegram does not have. */
@NullMarked
package io.botyard.sandbox.control;

import org.jspecify.annotations.NullMarked;
