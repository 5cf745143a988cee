/** {@link io.botyard.secret.TokenCipher} on the transit engine of HashiCorp Vault. */
@NullMarked
package io.botyard.secret.vault;

import org.jspecify.annotations.NullMarked;
