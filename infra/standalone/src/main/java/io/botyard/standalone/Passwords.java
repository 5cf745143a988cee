package io.botyard.standalone;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody can guess and anybody can copy. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private Passwords() {}

    /** 24 letters, digits, hyphens and underscores: 144 bits. */
    static String generate() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
