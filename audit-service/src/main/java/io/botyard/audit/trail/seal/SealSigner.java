package io.botyard.audit.trail.seal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import io.botyard.audit.entry.proof.SealForm;
import io.botyard.contract.event.HeadsSigned;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Signs seals with the newest key. */
@Component
final class SealSigner {
    private static final Logger LOG = LoggerFactory.getLogger(SealSigner.class);
    private final KeyDirectory directory;
    private final Clock clock;
    private ECKey key;

    /** Without a key nothing can be signed, so without a usable directory nothing starts. */
    SealSigner(SealSettings settings, Clock clock) {
        this.directory = new KeyDirectory(settings.keys());
        this.clock = clock;
        this.key = directory.signing(clock.instant());
    }

    /** The draft with its key and signature. */
    HeadsSigned sign(HeadsSigned draft) {
        var with = current();
        var named = with(draft, with.getKeyID(), "");
        try {
            var signature = new ECDSASigner(with).sign(new JWSHeader(JWSAlgorithm.ES256), SealForm.bytes(named));
            return with(draft, with.getKeyID(), signature.toString());
        } catch (JOSEException broken) {
            throw new IllegalStateException("signing failed", broken);
        }
    }

    /** Those that whatever was ever signed here is checked by. */
    PublicKeys published() {
        return PublicKeys.in(directory.path());
    }

    /** While the files cannot be read, the key stays as it was. */
    private synchronized ECKey current() {
        try {
            key = directory.signing(clock.instant());
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            LOG.atError().addKeyValue("reason", unreadable.getMessage()).log("signing keys not read again");
        }
        return key;
    }

    private static HeadsSigned with(HeadsSigned draft, String keyId, String signature) {
        return new HeadsSigned(
                draft.partition(),
                draft.number(),
                draft.previous(),
                draft.at(),
                draft.sources(),
                draft.heads(),
                draft.others(),
                draft.checkpoint(),
                keyId,
                signature);
    }
}
