package io.botyard.audit.trail.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import io.botyard.audit.entry.proof.SealForm;
import io.botyard.audit.entry.proof.Signatures;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.keyfile.SigningKeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys that seals are checked by: those that sign now, and all that ever did. */
public final class PublicKeys implements Signatures {
    static final String PREFIX = "public-";
    private static final JWSHeader ES256 = new JWSHeader(JWSAlgorithm.ES256);
    private final List<ECKey> keys;
    private final Map<String, JWSVerifier> verifiers = new HashMap<>();

    private PublicKeys(List<ECKey> keys) {
        this.keys = List.copyOf(keys);
        for (var key : keys) {
            try {
                verifiers.put(key.getKeyID(), new ECDSAVerifier(key.toPublicJWK()));
            } catch (JOSEException unusable) {
                throw new IllegalArgumentException("the key " + key.getKeyID() + " is not one for ES256", unusable);
            }
        }
    }

    /** Those of this file, a JSON Web Key Set, or of every {@code public-*.json} of this directory. */
    public static PublicKeys in(Path place) {
        if (Files.isDirectory(place)) {
            return new PublicKeys(new SigningKeyFiles(place).startingWith(PREFIX));
        }
        try {
            return new PublicKeys(SigningKeyFiles.parse(place));
        } catch (IOException unusable) {
            throw new UncheckedIOException("no public keys can be read from " + place, unusable);
        }
    }

    @Override
    public Verdict of(HeadsSigned seal) {
        var verifier = verifiers.get(seal.keyId());
        if (verifier == null) {
            return Verdict.UNKNOWN_KEY;
        }
        try {
            return verifier.verify(ES256, SealForm.bytes(seal), new Base64URL(seal.signature()))
                    ? Verdict.GOOD
                    : Verdict.FORGED;
        } catch (JOSEException | IllegalArgumentException malformed) {
            return Verdict.FORGED;
        }
    }

    /** As a JSON Web Key Set, without any secret. */
    public String published() {
        return new JWKSet(keys.stream().<JWK>map(ECKey::toPublicJWK).toList()).toString();
    }
}
