/** API keys: shown once, kept as a keyed hash, good for what their scopes say. */
@NullMarked
package io.botyard.gateway.identity.apikey;

import org.jspecify.annotations.NullMarked;
