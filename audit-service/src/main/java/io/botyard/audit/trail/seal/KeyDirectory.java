package io.botyard.audit.trail.seal;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.botyard.keyfile.KeyFile;
import io.botyard.keyfile.SigningKeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;

/**
 * The keys that sign, and beside each the part of it that checks signatures, in {@code public-*.json}, which stays when
 * the other goes.
 */
record KeyDirectory(Path path) {

    /** The newest key; one is made where there is none, and where an operator asked for another. */
    ECKey signing(Instant now) {
        var files = new SigningKeyFiles(path);
        files.rotateIfAsked(now);
        var keys = files.read(now);
        keys.forEach(this::publish);
        return keys.stream()
                .max(Comparator.comparing(KeyDirectory::made).thenComparing(ECKey::getKeyID))
                .orElseThrow();
    }

    private void publish(ECKey key) {
        var name = PublicKeys.PREFIX + key.getKeyID() + ".json";
        try {
            new KeyFile(path.resolve(name)).makePublic(new JWKSet(key.toPublicJWK()).toString());
        } catch (IOException unusable) {
            throw new UncheckedIOException(name + " cannot be made in " + path, unusable);
        }
    }

    private static Instant made(ECKey key) {
        return Optional.ofNullable(key.getIssueTime()).map(Date::toInstant).orElse(Instant.EPOCH);
    }
}
