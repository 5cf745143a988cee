package io.botyard.audit.trail.seal;

import io.botyard.audit.entry.proof.Signatures;
import io.botyard.contract.wire.KafkaConnection;
import io.botyard.contract.wire.KafkaSender;
import io.botyard.contract.wire.UserPartitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What signing needs, whoever consumes. */
@Component
public final class SealParts {
    private final KafkaConnection kafka;
    private final SealSettings settings;
    private final Clock clock;
    private final SealSigner signer;
    private final SealRows rows;
    private final Retold retold;
    private final RecordedHashes recorded;
    private final SealMetrics metrics;
    private final Checkpoints checkpoints;

    SealParts(
            KafkaConnection kafka,
            SealSettings settings,
            Clock clock,
            SealSigner signer,
            SealRows rows,
            Retold retold,
            RecordedHashes recorded,
            SealMetrics metrics,
            Checkpoints checkpoints) {
        this.kafka = kafka;
        this.settings = settings;
        this.clock = clock;
        this.signer = signer;
        this.rows = rows;
        this.retold = retold;
        this.recorded = recorded;
        this.metrics = metrics;
        this.checkpoints = checkpoints;
    }

    /** For one consumer, whose seals go out by this sender. */
    public Sealing sealing(KafkaSender sender, int partitions) {
        return new Sealing(this, sender, new UserPartitions(partitions));
    }

    Stretch reader() {
        return new Stretch(kafka);
    }

    Instant now() {
        return clock.instant();
    }

    Duration every() {
        return settings.every();
    }

    SealSigner signer() {
        return signer;
    }

    public Signatures signatures() {
        return signer.published();
    }

    SealRows rows() {
        return rows;
    }

    Retold retold() {
        return retold;
    }

    RecordedHashes recorded() {
        return recorded;
    }

    SealMetrics metrics() {
        return metrics;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }
}
