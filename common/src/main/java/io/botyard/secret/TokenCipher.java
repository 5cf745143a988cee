package io.botyard.secret;

import io.botyard.contract.SealedSecret;
import io.botyard.contract.Secret;
import io.botyard.contract.UserId;
import java.util.List;

/**
 * Encrypts a user's secrets. What is sealed for one user opens for no other, so a ciphertext that is moved to another
 * user's row is worthless.
 */
public interface TokenCipher {

    /**
     * Seals a secret for its owner under the newest key.
     *
     * @throws CipherUnavailable when the key cannot be reached now; asking later may succeed
     */
    SealedSecret encrypt(UserId owner, Secret secret);

    /**
     * Opens what was sealed for this owner.
     *
     * @throws CipherUnavailable when the key cannot be reached now; asking later may succeed
     * @throws SecretUnreadable when this was not sealed for {@code owner}, was changed, or its key is retired
     */
    Secret decrypt(UserId owner, SealedSecret sealed);

    /**
     * The same secrets under the newest key, without showing them: an answer for each, in order.
     *
     * @throws CipherUnavailable when the key cannot be reached now, for none of them
     */
    List<Rewrapped> rewrap(List<OwnedSecret> secrets);
}
