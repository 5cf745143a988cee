package io.botyard.gateway.identity.key;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.botyard.keyfile.SigningKeyFiles;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The keys that sign our tokens, as the files have them: a file that comes or goes is noticed within seconds. */
@Component
class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final SigningKeyFiles files;
    private final Clock clock;
    private volatile KeySchedule schedule;

    SigningKeys(KeySettings settings, Clock clock) {
        this.files = new SigningKeyFiles(settings.directory());
        this.clock = clock;
        this.schedule = new KeySchedule(files.read(clock.instant()));
    }

    /** While the files cannot be read, the keys stay as they were. */
    @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void readAgain() {
        try {
            files.rotateIfAsked(clock.instant());
            schedule = new KeySchedule(files.read(clock.instant()));
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            LOG.atError().addKeyValue("reason", unreadable.getMessage()).log("signing keys not read again");
        }
    }

    ECKey signing() {
        return schedule.signing(clock.instant());
    }

    /** Whether what this key signed is still good. */
    boolean accepts(String keyId) {
        return schedule.accepted(clock.instant()).stream()
                .anyMatch(key -> key.getKeyID().equals(keyId));
    }

    /** Without the private parts. */
    JWKSet published() {
        return new JWKSet(List.<JWK>copyOf(schedule.accepted(clock.instant()))).toPublicJWKSet();
    }
}
