package io.botyard.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Lets the trail tell attempted e-mails apart without knowing them. */
@Component
class Pseudonyms {

    private static final String FILE = "pseudonym.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    Pseudonyms(KeySettings settings) {
        var hex = KeyFile.readOrMake(settings.directory().resolve(FILE), Pseudonyms::fresh);
        key = new SecretKeySpec(HexFormat.of().parseHex(hex.strip()), ALGORITHM);
    }

    private static String fresh() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The same for the same address in any case, in every gateway of a deployment. */
    String of(String email) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
