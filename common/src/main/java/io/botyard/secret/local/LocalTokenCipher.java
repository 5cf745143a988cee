package io.botyard.secret.local;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.Secret;
import io.botyard.contract.UserId;
import io.botyard.secret.SecretUnreadable;
import io.botyard.secret.TokenCipher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** AES-256-GCM with a Tink keyset; the user id is authenticated with each ciphertext. */
public final class LocalTokenCipher implements TokenCipher {

    private static final String PREFIX = "tink:";

    private final Aead aead;

    private LocalTokenCipher(Aead aead) {
        this.aead = aead;
    }

    /** Uses the keyset in this file, and makes one, readable by its owner alone, where there is none. */
    public static LocalTokenCipher open(Path keysetFile) {
        try {
            var keyset = new KeysetFile(keysetFile).openOrCreate();
            return new LocalTokenCipher(keyset.getPrimitive(AeadConfig2026.get(), Aead.class));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "the keyset file " + keysetFile + " is not a Tink keyset for encryption; put the right one back",
                    unusable);
        }
    }

    @Override
    public SealedSecret encrypt(UserId owner, Secret secret) {
        try {
            var bytes = aead.encrypt(secret.value().getBytes(StandardCharsets.UTF_8), context(owner));
            return new SealedSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("encryption failed", broken);
        }
    }

    @Override
    public Secret decrypt(UserId owner, SealedSecret sealed) {
        if (!sealed.value().startsWith(PREFIX)) {
            throw new SecretUnreadable(owner, "it was not sealed with the local keyset");
        }
        try {
            var bytes = Base64.getDecoder().decode(sealed.value().substring(PREFIX.length()));
            return new Secret(new String(aead.decrypt(bytes, context(owner)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | GeneralSecurityException refused) {
            throw new SecretUnreadable(owner, "wrong user, wrong key, or changed");
        }
    }

    @Override
    public SealedSecret rewrap(UserId owner, SealedSecret sealed) {
        return encrypt(owner, decrypt(owner, sealed));
    }

    private static byte[] context(UserId owner) {
        return owner.toString().getBytes(StandardCharsets.UTF_8);
    }
}
