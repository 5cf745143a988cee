package io.botyard.audit.entry.proof;

import io.botyard.audit.entry.EntryHash;
import io.botyard.audit.entry.Fields;
import io.botyard.contract.event.HeadsSigned;

/**
 * The bytes of a seal that are signed, and whose hash the next seal names, so that anyone can check both.
 *
 * <p>The texts in this order, in the form of {@link Fields}: the version {@code botyard-seal-1}, partition, number,
 * previous, at (milliseconds since 1970-01-01T00:00Z), the count of sources and for each its topic and next, the count
 * of heads and for each its user_id, seq, the count of its hashes and the hashes, the count of others and for each its
 * partition and number, the key's id. Numbers are decimal.
 *
 * <p>A seal with a checkpoint has the version {@code botyard-seal-2}, and before the key's id: before (milliseconds), the
 * count of ends and for each its user_id, seq, hash and all.
 */
public final class SealForm {
    private static final String VERSION = "botyard-seal-1";
    private static final String WITH_CHECKPOINT = "botyard-seal-2";

    private SealForm() {}

    /** All but the signature. */
    public static byte[] bytes(HeadsSigned seal) {
        var checkpoint = seal.checkpoint();
        var fields = new Fields()
                .with(checkpoint == null ? VERSION : WITH_CHECKPOINT)
                .with(seal.partition())
                .with(seal.number())
                .with(seal.previous())
                .with(seal.at().toEpochMilli())
                .with(seal.sources().size());
        seal.sources().forEach(source -> fields.with(source.topic()).with(source.next()));
        fields.with(seal.heads().size());
        for (var head : seal.heads()) {
            fields.with(head.userId().value())
                    .with(head.seq())
                    .with(head.hashes().size());
            head.hashes().forEach(fields::with);
        }
        fields.with(seal.others().size());
        seal.others().forEach(other -> fields.with(other.partition()).with(other.number()));
        if (checkpoint != null) {
            fields.with(checkpoint.before().toEpochMilli())
                    .with(checkpoint.ends().size());
            checkpoint
                    .ends()
                    .forEach(end -> fields.with(end.userId().value())
                            .with(end.seq())
                            .with(end.hash())
                            .with(end.all()));
        }
        return fields.with(seal.keyId()).bytes();
    }

    /** What the next seal of the partition names. */
    public static EntryHash hash(HeadsSigned seal) {
        return EntryHash.of(bytes(seal));
    }
}
