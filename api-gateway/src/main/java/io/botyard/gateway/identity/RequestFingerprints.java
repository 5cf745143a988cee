package io.botyard.gateway.identity;

import io.botyard.gateway.access.Fingerprints;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Fingerprints under a key that all gateways of a deployment share. */
@Component
class RequestFingerprints implements Fingerprints {

    private static final String FILE = "fingerprint.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    RequestFingerprints(KeySettings settings) {
        var hex = KeyFile.readOrMake(settings.directory().resolve(FILE), RequestFingerprints::fresh);
        key = new SecretKeySpec(HexFormat.of().parseHex(hex.strip()), ALGORITHM);
    }

    private static String fresh() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String of(byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (var part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
