package io.botyard.gateway.admin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found, as audit-service words it and clients find it described.
 *
 * @param verdict unknown: nothing is known to be wrong, but signatures are missing
 * @param firstBrokenSeq of the first broken chain
 * @param headHash of the last entry that holds, when one user's trail was asked for
 * @param broken the first hundred broken chains
 * @param seals how many signatures vouch for it
 * @param signedAt when the newest was made; what was recorded later is not covered
 * @param droppedEntries gone by retention, as signed checkpoints allow; all recorded before {@code droppedBefore}
 */
record TrailVerified(
        boolean intact,
        Verdict verdict,
        long chains,
        long entries,
        @Nullable Long firstBrokenSeq,
        @Nullable String headHash,
        long brokenChains,
        List<Broken> broken,
        long seals,
        @Nullable Instant signedAt,
        List<String> sealProblems,
        long foreignSeals,
        long unsignedEntries,
        @Nullable Instant unsignedSince,
        boolean databaseOlder,
        long droppedEntries,
        @Nullable Instant droppedBefore) {

    /** What can be said. */
    @Schema(name = "TrailVerdict")
    enum Verdict {
        INTACT,
        BROKEN,
        UNKNOWN
    }

    /** A chain, and its first bad entry. */
    @Schema(name = "BrokenTrail")
    record Broken(long userId, long firstBrokenSeq, Reason reason) {}

    /** What was done to it. */
    @Schema(name = "BrokenTrailReason")
    enum Reason {
        CHANGED,
        MISSING,
        INSERTED,
        REORDERED,
        TAIL_CUT,
        REPLACED,
        OLDER,
        NEVER_SIGNED
    }
}
