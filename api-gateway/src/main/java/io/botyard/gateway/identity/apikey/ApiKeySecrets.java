package io.botyard.gateway.identity.apikey;

import io.botyard.gateway.identity.key.KeySettings;
import io.botyard.gateway.identity.key.KeyedHash;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Makes keys and hashes them. They are 256 random bits, so a fast hash is enough; it is keyed, so that rows alone tell nothing. */
@Component
public final class ApiKeySecrets {

    private static final String FILE = "api-keys.key";
    private static final String PREFIX = "byk_";
    private static final int SECRET_BYTES = 32;
    private static final int SHOWN = PREFIX.length() + 6;

    private final SecureRandom random = new SecureRandom();
    private final KeyedHash hash;

    ApiKeySecrets(KeySettings settings) {
        hash = KeyedHash.in(settings.directory().resolve(FILE));
    }

    String fresh() {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** By which its owner knows which one it is. */
    static String shown(String key) {
        return key.substring(0, SHOWN);
    }

    /** Whether it looks like one. */
    public boolean isKey(String bearer) {
        return bearer.startsWith(PREFIX);
    }

    /** As it is kept, in hexadecimal. */
    public String hash(String key) {
        return HexFormat.of().formatHex(hash.of(key));
    }
}
