package io.botyard.worker.control;

import io.botyard.secret.CipherUnavailable;
import io.botyard.secret.TokenKeys;
import io.botyard.worker.store.KeyRotation;
import io.botyard.worker.store.KeyRotations;
import io.botyard.worker.store.Lease;
import io.botyard.worker.store.OutboxEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Retires the keys before the one that the last rotation brought, once no row is sealed under them and everything is
 * finished that a gateway may have sealed under them. Whoever does not may do it is told when it can be done.
 */
@Component
public class Retirement {

    private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);

    /** Whoever may not do it leaves it to somebody who may, and sees in time that it is done. */
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(30);

    private final TokenKeys keys;
    private final KeyRotations rotations;
    private final KeySettings settings;
    private final Clock clock;
    private @Nullable Awaited awaited;
    private Instant notBefore = Instant.MIN;

    /** What was sent before this mark may be sealed under an older key than this rotation's. */
    private record Awaited(KeyRotation rotation, Reading.Mark mark) {}

    Retirement(TokenKeys keys, KeyRotations rotations, KeySettings settings, Clock clock) {
        this.keys = keys;
        this.rotations = rotations;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is to be told, committed under the lease of the platform's partition; by one thread at a time. */
    public Optional<OutboxEntry> step(Lease platform, Reading reading) {
        return due().flatMap(rotation -> {
            var waiting = awaited;
            if (waiting == null || !waiting.rotation().equals(rotation)) {
                awaited = new Awaited(rotation, reading.mark());
                return Optional.empty();
            }
            // Looked at again: what was finished meanwhile may have put a row behind.
            return waiting.mark().passed() && due().filter(rotation::equals).isPresent()
                    ? retire(platform, rotation)
                    : Optional.empty();
        });
    }

    private Optional<KeyRotation> due() {
        var now = clock.instant();
        return now.isBefore(notBefore) ? Optional.empty() : rotations.retirable(now.minus(settings.retireAfter()));
    }

    private Optional<OutboxEntry> retire(Lease platform, KeyRotation rotation) {
        return isRetired(rotation) ? rotations.retire(platform, rotation.version(), clock.instant()) : Optional.empty();
    }

    private boolean isRetired(KeyRotation rotation) {
        try {
            keys.retireBefore(rotation.version());
        } catch (CipherUnavailable refused) {
            notBefore = clock.instant().plus(AFTER_REFUSAL);
            LOG.atWarn()
                    .addKeyValue("key_version", rotation.version())
                    .addKeyValue("reason", refused.getMessage())
                    .log("older keys can be retired, and this worker may not or cannot");
        }
        return keys.oldest() >= rotation.version();
    }
}
