package io.botyard.gateway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.text.ParseException;
import org.springframework.stereotype.Component;

/** The keys that sign our tokens: the first of the set signs, all of them are good for reading. */
@Component
class SigningKeys {

    private static final String FILE = "signing-keys.json";

    private final JWKSet keys;

    SigningKeys(KeySettings settings) {
        keys = parse(settings.directory().resolve(FILE));
    }

    private static JWKSet parse(Path file) {
        try {
            return JWKSet.parse(KeyFile.readOrMake(file, SigningKeys::fresh));
        } catch (ParseException unreadable) {
            throw new IllegalStateException(
                    "the key file " + file + " is not a JSON Web Key Set; put the right one back");
        }
    }

    private static String fresh() {
        try {
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new JWKSet(key).toString(false);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this JDK makes no P-256 keys", impossible);
        }
    }

    ECKey signing() {
        return keys.getKeys().getFirst().toECKey();
    }

    /** Without the private parts. */
    JWKSet published() {
        return keys.toPublicJWKSet();
    }
}
