/** A user's bot over HTTP. */
@NullMarked
package io.botyard.gateway.bots;

import org.jspecify.annotations.NullMarked;
