package io.botyard.audit.entry.proof;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param broken of the broken chains the first, at most {@link #MOST}
 * @param headHash of the chain, when one was asked for
 * @param seals how many signatures vouch for what was found
 * @param signedAt when the newest was made; what was recorded later nobody vouches for yet
 * @param foreign records among the seals that this deployment did not sign
 * @param sealProblems why the seals do not tell everything; empty when they do
 * @param unsigned entries that are not signed yet
 * @param unsignedSince when the first of them was recorded, as the database says
 * @param databaseOlder the database has read less than was signed
 * @param dropped entries that are gone because a signed checkpoint says that they may
 * @param droppedBefore all of them were recorded before this
 */
public record Report(
        long chains,
        long entries,
        long brokenChains,
        List<BrokenChain> broken,
        @Nullable String headHash,
        long seals,
        @Nullable Instant signedAt,
        long foreign,
        List<String> sealProblems,
        long unsigned,
        @Nullable Instant unsignedSince,
        boolean databaseOlder,
        long dropped,
        @Nullable Instant droppedBefore) {
    /** So many broken chains, and problems of seals, are told one by one. */
    public static final int MOST = 100;

    public Verdict verdict() {
        if (brokenChains > 0) {
            return Verdict.BROKEN;
        }
        return sealProblems.isEmpty() && (seals > 0 || entries == 0) ? Verdict.INTACT : Verdict.UNKNOWN;
    }

    /** What can be said. */
    public enum Verdict {
        /** Everything that was ever signed is there as it was. */
        INTACT,
        BROKEN,
        /** Nothing is known to be wrong, but seals are missing or there are none, so it cannot be told. */
        UNKNOWN
    }
}
