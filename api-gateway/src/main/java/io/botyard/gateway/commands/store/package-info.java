/** Which command was promised for which idempotency key. */
@NullMarked
package io.botyard.gateway.commands.store;

import org.jspecify.annotations.NullMarked;
