package io.botyard.standin;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A derived key of type aes256-gcm96: HKDF-SHA256 of the version's key with the context, nonce ‖ ciphertext ‖ tag. */
final class TransitKey {

    /** In Vault's words. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private static final Pattern SEALED = Pattern.compile("vault:v([0-9]+):(.*)");
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final List<byte[]> versions = new ArrayList<>();
    private int lowest = 1;

    TransitKey() {
        rotate();
    }

    synchronized void rotate() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        versions.add(key);
    }

    synchronized int newest() {
        return versions.size();
    }

    synchronized int lowest() {
        return lowest;
    }

    synchronized void openNothingBelow(int version) {
        lowest = version;
    }

    synchronized String seal(byte[] plaintext, byte[] context) throws Refused {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, newest(), context, nonce, plaintext);
        var whole = new byte[NONCE_BYTES + sealed.length];
        System.arraycopy(nonce, 0, whole, 0, NONCE_BYTES);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return "vault:v" + newest() + ":" + Base64.getEncoder().encodeToString(whole);
    }

    synchronized byte[] open(String ciphertext, byte[] context) throws Refused {
        var parts = SEALED.matcher(ciphertext);
        if (!parts.matches()) {
            throw new Refused("invalid ciphertext: no prefix");
        }
        var version = Integer.parseInt(parts.group(1));
        if (version > newest()) {
            throw new Refused("invalid ciphertext: version is too new");
        }
        if (version < lowest) {
            throw new Refused("ciphertext or signature version is disallowed by policy (too old)");
        }
        var whole = decoded(parts.group(2));
        if (whole.length < NONCE_BYTES) {
            throw new Refused("invalid ciphertext length");
        }
        var nonce = new byte[NONCE_BYTES];
        System.arraycopy(whole, 0, nonce, 0, NONCE_BYTES);
        var sealed = new byte[whole.length - NONCE_BYTES];
        System.arraycopy(whole, NONCE_BYTES, sealed, 0, sealed.length);
        return crypt(Cipher.DECRYPT_MODE, version, context, nonce, sealed);
    }

    private static byte[] decoded(String base64) throws Refused {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new Refused("invalid ciphertext: could not decode base64");
        }
    }

    private byte[] crypt(int mode, int version, byte[] context, byte[] nonce, byte[] input) throws Refused {
        if (context.length == 0) {
            throw new Refused("missing 'context' for key derivation; the key was created using a derived key");
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, derived(version, context), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new Refused("cipher: message authentication failed");
        }
    }

    private SecretKey derived(int version, byte[] context) throws GeneralSecurityException {
        var spec = HKDFParameterSpec.ofExtract()
                .addIKM(new SecretKeySpec(versions.get(version - 1), "Generic"))
                .thenExpand(context, KEY_BYTES);
        return KDF.getInstance("HKDF-SHA256").deriveKey("AES", spec);
    }
}
