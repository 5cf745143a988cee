package io.botyard.audit.trail.seal;

import io.botyard.audit.entry.proof.Signatures.Verdict;
import io.botyard.contract.event.HeadsSigned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where whoever signed for a partition left off, by what Kafka and the database have of it. */
final class LeftOff {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOff.class);
    private final SealParts parts;
    private final SealLog log;

    LeftOff(SealParts parts, SealLog log) {
        this.parts = parts;
        this.log = log;
    }

    /** The seals of this partition so far. What an instance kept and did not live to send is sent by this. */
    PartitionSeals seals(Stretch kafka, int partition) {
        var kept = parts.rows().newest(partition);
        var signatures = parts.signatures();
        var sent = SealLog.last(kafka, partition, signatures);
        var keptNumber = kept.map(HeadsSigned::number).orElse(0L);
        var sentNumber = sent.map(HeadsSigned::number).orElse(0L);
        var forged = kept.filter(seal -> signatures.of(seal) != Verdict.GOOD).isPresent();
        if (forged) {
            LOG.atError().addKeyValue("partition", partition).log("a seal in the database was not signed here");
        }
        if (forged || keptNumber <= sentNumber) {
            return new PartitionSeals(partition, sent.orElse(null), keptNumber);
        }
        if (keptNumber > sentNumber + 1) {
            LOG.atError()
                    .addKeyValue("partition", partition)
                    .addKeyValue("missing", keptNumber - sentNumber)
                    .log("seals are gone from audit.heads");
        }
        kept.map(SealLog::record).ifPresent(log::send);
        return new PartitionSeals(partition, kept.orElse(null), keptNumber);
    }
}
