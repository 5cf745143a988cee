package io.botyard.keyfile;

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

/**
 * The keys for ES256 (RFC 7518, 3.4) in a directory's files {@code signing-*.json}, each a JSON Web Key Set. Whoever
 * touches {@code rotate} beside them gets one more.
 */
public record SigningKeyFiles(Path directory) {

    private static final String SECRET = "signing-";
    private static final String FIRST = SECRET + "keys.json";
    private static final String WISH = "rotate";

    /** Every key there is; one is made where there is none. */
    public List<ECKey> read(Instant now) {
        var keys = startingWith(SECRET);
        if (!keys.isEmpty()) {
            return keys;
        }
        make(FIRST, fresh(now));
        return startingWith(SECRET);
    }

    /** Makes a key if an operator asked for one; of the processes that share the directory, one does. */
    public void rotateIfAsked(Instant now) {
        try {
            if (Files.deleteIfExists(directory.resolve(WISH))) {
                var key = fresh(now);
                make(SECRET + key.getKeyID() + ".json", key);
            }
        } catch (IOException unusable) {
            throw unusable(unusable);
        }
    }

    /** The keys in all files whose name starts so and ends with {@code .json}. */
    public List<ECKey> startingWith(String prefix) {
        var keys = new ArrayList<ECKey>();
        if (Files.notExists(directory)) {
            return keys;
        }
        try (var files = Files.newDirectoryStream(directory, prefix + "*.json")) {
            for (var file : files) {
                keys.addAll(parse(file));
            }
            return keys;
        } catch (IOException unusable) {
            throw unusable(unusable);
        }
    }

    /**
     * The keys in one file.
     *
     * @throws IllegalStateException when it holds anything but P-256 keys
     */
    public static List<ECKey> parse(Path file) throws IOException {
        try {
            return JWKSet.parse(Files.readString(file)).getKeys().stream()
                    .map(key -> (ECKey) key)
                    .toList();
        } catch (ParseException | ClassCastException unreadable) {
            throw new IllegalStateException(
                    "the key file " + file + " is not a JSON Web Key Set of P-256 keys; put the right one back");
        }
    }

    private void make(String name, ECKey key) {
        try {
            new KeyFile(directory.resolve(name)).makeSecret(new JWKSet(key).toString(false));
        } catch (IOException unusable) {
            throw unusable(unusable);
        }
    }

    private UncheckedIOException unusable(IOException reason) {
        return new UncheckedIOException("the key directory " + directory + " cannot be used", reason);
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
}
