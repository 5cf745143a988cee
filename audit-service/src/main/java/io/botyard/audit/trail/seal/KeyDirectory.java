package io.botyard.audit.trail.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The keys in {@code signing-*.json}, each a JSON Web Key Set, and beside each the part of it that checks signatures, in
 * {@code public-*.json}, which stays when the other goes. Whoever touches {@code rotate} beside them gets one more.
 */
record KeyDirectory(Path path) {
    private static final String SIGNING = "signing-";
    private static final String FIRST = SIGNING + "keys.json";
    private static final String WISH = "rotate";

    /** The newest key; one is made where there is none, and where an operator asked for another. */
    ECKey signing(Instant now) {
        try {
            if (Files.deleteIfExists(path.resolve(WISH))) {
                var key = fresh(now);
                new KeyFile(path.resolve(SIGNING + key.getKeyID() + ".json")).makeSecret(text(key));
            }
            if (secrets().isEmpty()) {
                new KeyFile(path.resolve(FIRST)).makeSecret(text(fresh(now)));
            }
            var keys = secrets();
            publish(keys);
            return keys.stream()
                    .max(Comparator.comparing(KeyDirectory::made).thenComparing(ECKey::getKeyID))
                    .orElseThrow();
        } catch (IOException unusable) {
            throw new UncheckedIOException("the key directory " + path + " cannot be used", unusable);
        }
    }

    private void publish(List<ECKey> keys) throws IOException {
        for (var key : keys) {
            new KeyFile(path.resolve(PublicKeys.PREFIX + key.getKeyID() + ".json"))
                    .makePublic(new JWKSet(key.toPublicJWK()).toString());
        }
    }

    private List<ECKey> secrets() throws IOException {
        var keys = new ArrayList<ECKey>();
        if (Files.notExists(path)) {
            return keys;
        }
        try (var files = Files.newDirectoryStream(path, SIGNING + "*.json")) {
            for (var file : files) {
                keys.addAll(PublicKeys.parse(file));
            }
            return keys;
        }
    }

    private static ECKey fresh(Instant now) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(now))
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this JDK makes no P-256 keys", impossible);
        }
    }

    private static Instant made(ECKey key) {
        return Optional.ofNullable(key.getIssueTime()).map(Date::toInstant).orElse(Instant.EPOCH);
    }

    private static String text(ECKey key) {
        return new JWKSet(key).toString(false);
    }
}
