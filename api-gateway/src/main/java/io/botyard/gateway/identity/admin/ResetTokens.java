package io.botyard.gateway.identity.admin;

import io.botyard.gateway.identity.key.KeySettings;
import io.botyard.gateway.identity.key.KeyedHash;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Makes tokens and hashes them: 256 random bits, and a keyed hash, so that rows alone tell nothing. */
@Component
final class ResetTokens {

    private static final String FILE = "password-resets.key";
    private static final String PREFIX = "byr_";
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash hash;

    ResetTokens(KeySettings settings) {
        hash = KeyedHash.in(settings.directory().resolve(FILE));
    }

    String fresh() {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    byte[] hash(String token) {
        return hash.of(token);
    }
}
