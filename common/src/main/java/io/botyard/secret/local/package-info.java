/** {@link io.botyard.secret.TokenCipher} on a Tink keyset file, where no Vault is configured. */
@NullMarked
package io.botyard.secret.local;

import org.jspecify.annotations.NullMarked;
