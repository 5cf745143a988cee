/** Carries updates to the address a bot gave. */
@NullMarked
package io.botyard.sandbox.webhook;

import org.jspecify.annotations.NullMarked;
