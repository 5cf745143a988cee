package io.botyard.secret.local;

import io.botyard.contract.SealedSecret;
import io.botyard.contract.Secret;
import io.botyard.contract.UserId;
import io.botyard.secret.OwnedSecret;
import io.botyard.secret.Rewrapped;
import io.botyard.secret.SecretUnreadable;
import io.botyard.secret.TokenSealer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AES-256-GCM with a Tink keyset; the user id is authenticated with each ciphertext. Processes that use the same file
 * notice a new key without a restart, before they seal or open the next secret.
 */
public final class LocalTokenCipher implements TokenSealer {

    private static final Logger LOG = LoggerFactory.getLogger(LocalTokenCipher.class);
    private static final String PREFIX = "tink:";

    private final KeysetFile file;

    private LocalTokenCipher(KeysetFile file) {
        this.file = file;
    }

    /** Uses the keyset in this file, and makes one, readable by its owner alone, where there is none. */
    public static LocalTokenCipher open(Path keysetFile) {
        try {
            return new LocalTokenCipher(KeysetFile.openOrCreate(keysetFile));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "the keyset file " + keysetFile + " is not a Tink keyset for encryption; put the right one back",
                    unusable);
        }
    }

    /** The same, and says that a deployment has better places for its keys. */
    public static LocalTokenCipher openDeployed(Path keysetFile) {
        LOG.atWarn()
                .addKeyValue("keyset", keysetFile)
                .log(
                        "tokens are sealed with a keyset file: whoever reads it opens them all; botyard.secret.vault keeps keys apart");
        return open(keysetFile);
    }

    @Override
    public SealedSecret encrypt(UserId owner, Secret secret) {
        try {
            var bytes = file.keyset().aead().encrypt(secret.value().getBytes(StandardCharsets.UTF_8), context(owner));
            return new SealedSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("encryption failed", broken);
        }
    }

    @Override
    public Secret decrypt(UserId owner, SealedSecret sealed) {
        var bytes = bytesOf(sealed)
                .orElseThrow(() -> new SecretUnreadable(owner, "it was not sealed with the local keyset"));
        try {
            var opened = keysetFor(bytes).aead().decrypt(bytes, context(owner));
            return new Secret(new String(opened, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException refused) {
            throw new SecretUnreadable(owner, "wrong user, wrong key, or changed");
        }
    }

    @Override
    public List<Rewrapped> rewrap(List<OwnedSecret> secrets) {
        return secrets.stream().map(this::rewrapped).toList();
    }

    private Rewrapped rewrapped(OwnedSecret secret) {
        try {
            return new Rewrapped.Done(encrypt(secret.owner(), decrypt(secret.owner(), secret.sealed())));
        } catch (SecretUnreadable unreadable) {
            return new Rewrapped.Unreadable(unreadable.reason());
        }
    }

    @Override
    public int newest() {
        return file.keyset().newest();
    }

    @Override
    public int oldest() {
        return file.keyset().oldest();
    }

    @Override
    public OptionalInt versionOf(SealedSecret sealed) {
        return bytesOf(sealed).map(bytes -> keysetFor(bytes).versionOf(bytes)).orElseGet(OptionalInt::empty);
    }

    @Override
    public int rotateFrom(int current) {
        return file.rotatedFrom(current).newest();
    }

    @Override
    public void retireBefore(int oldest) {
        file.retiredBefore(oldest);
    }

    /** A key that is not known is looked for once more. */
    private Keyset keysetFor(byte[] ciphertext) {
        var known = file.keyset();
        return known.versionOf(ciphertext).isPresent() ? known : file.readAgain();
    }

    private static Optional<byte[]> bytesOf(SealedSecret sealed) {
        if (!sealed.value().startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(sealed.value().substring(PREFIX.length())));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] context(UserId owner) {
        return owner.toString().getBytes(StandardCharsets.UTF_8);
    }
}
