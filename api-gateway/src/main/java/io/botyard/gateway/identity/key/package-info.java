/** Our own keys: what signs tokens and reads them, and what hashes secrets. */
@NullMarked
package io.botyard.gateway.identity.key;

import org.jspecify.annotations.NullMarked;
