package io.botyard.gateway.identity;

import io.botyard.gateway.access.Fingerprints;
import io.botyard.gateway.identity.key.KeySettings;
import io.botyard.gateway.identity.key.KeyedHash;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Fingerprints under a key that all gateways of a deployment share. */
@Component
class RequestFingerprints implements Fingerprints {

    private static final String FILE = "fingerprint.key";

    private final KeyedHash hash;

    RequestFingerprints(KeySettings settings) {
        hash = KeyedHash.in(settings.directory().resolve(FILE));
    }

    @Override
    public String of(byte[]... parts) {
        return HexFormat.of().formatHex(hash.of(parts));
    }
}
