package io.botyard.audit.search;

import io.botyard.audit.entry.proof.Reason;
import io.botyard.audit.entry.proof.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param firstBrokenSeq of the first broken chain
 * @param headHash of the last entry that holds, when one user's trail was asked for
 * @param broken the first hundred
 * @param signedAt when what was read of the seals was made last; what came later is not covered
 * @param droppedEntries gone by retention, as signed checkpoints allow; all recorded before {@code droppedBefore}
 */
record VerifyAnswer(
        boolean intact,
        Report.Verdict verdict,
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
    static VerifyAnswer of(Report report) {
        var broken = report.broken().stream()
                .map(one -> new Broken(one.userId(), one.firstBrokenSeq(), one.reason()))
                .toList();
        return new VerifyAnswer(
                report.verdict() == Report.Verdict.INTACT,
                report.verdict(),
                report.chains(),
                report.entries(),
                broken.isEmpty() ? null : broken.getFirst().firstBrokenSeq(),
                report.headHash(),
                report.brokenChains(),
                broken,
                report.seals(),
                report.signedAt(),
                report.sealProblems(),
                report.foreign(),
                report.unsigned(),
                report.unsignedSince(),
                report.databaseOlder(),
                report.dropped(),
                report.droppedBefore());
    }

    record Broken(long userId, long firstBrokenSeq, Reason reason) {}
}
