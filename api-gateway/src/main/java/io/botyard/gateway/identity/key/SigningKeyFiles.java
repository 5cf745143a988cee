package io.botyard.gateway.identity.key;

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
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** The files {@code signing-*.json}, each a JSON Web Key Set. Whoever touches {@code rotate} beside them gets one more. */
record SigningKeyFiles(Path directory) {

    private static final String FIRST = "signing-keys.json";
    private static final String WISH = "rotate";

    /** Every key there is; one is made where there is none. */
    List<ECKey> read(Instant now) {
        var keys = readWhatIsThere();
        if (!keys.isEmpty()) {
            return keys;
        }
        KeyFile.readOrMake(directory.resolve(FIRST), () -> text(fresh(now)));
        return readWhatIsThere();
    }

    /** Makes a key if an operator asked for one; of gateways that share the directory, one does. */
    void rotateIfAsked(Instant now) {
        try {
            if (Files.deleteIfExists(directory.resolve(WISH))) {
                var key = fresh(now);
                KeyFile.readOrMake(directory.resolve("signing-" + key.getKeyID() + ".json"), () -> text(key));
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("the key directory " + directory + " cannot be used", unusable);
        }
    }

    private List<ECKey> readWhatIsThere() {
        var keys = new ArrayList<ECKey>();
        if (Files.notExists(directory)) {
            return keys;
        }
        try (var files = Files.newDirectoryStream(directory, "signing-*.json")) {
            for (var file : files) {
                keys.addAll(parse(file, Files.readString(file)));
            }
            return keys;
        } catch (IOException unusable) {
            throw new UncheckedIOException("the key directory " + directory + " cannot be used", unusable);
        }
    }

    private static List<ECKey> parse(Path file, String content) {
        try {
            return JWKSet.parse(content).getKeys().stream()
                    .map(key -> ((ECKey) key))
                    .toList();
        } catch (ParseException | ClassCastException unreadable) {
            throw new IllegalStateException(
                    "the key file " + file + " is not a JSON Web Key Set of P-256 keys; put the right one back");
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

    private static String text(ECKey key) {
        return new JWKSet(key).toString(false);
    }
}
