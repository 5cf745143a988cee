package io.botyard.audit.trail.verify;

import io.botyard.audit.entry.proof.Report;
import java.io.PrintStream;
import java.util.Locale;

/** A report in words, one fact a line. */
record Printed(PrintStream out) {
    void print(Report report) {
        out.println(verdict(report));
        out.println("chains " + report.chains() + ", entries " + report.entries() + ", seals " + report.seals());
        if (report.dropped() > 0) {
            out.println("dropped by retention up to " + report.droppedBefore() + ": " + report.dropped() + " entries");
        }
        report.broken()
                .forEach(chain -> out.println("user " + chain.userId() + ": first bad entry " + chain.firstBrokenSeq()
                        + ", " + chain.reason().name().toLowerCase(Locale.ROOT)));
        if (report.brokenChains() > report.broken().size()) {
            out.println("and " + (report.brokenChains() - report.broken().size()) + " more broken chains");
        }
        report.sealProblems().forEach(problem -> out.println("seals: " + problem));
        if (report.foreign() > 0) {
            out.println("seals: " + report.foreign() + " records were not signed by this deployment and do not count");
        }
        if (report.databaseOlder()) {
            out.println("the database has read less than was signed: an older one was put in its place");
        }
        out.println(
                report.signedAt() == null
                        ? "nothing was ever signed"
                        : "signed last at " + report.signedAt() + "; nothing recorded since is covered");
        if (report.unsigned() > 0) {
            out.println(
                    report.unsigned() + " entries are not signed yet, the first recorded at " + report.unsignedSince());
        }
    }

    private static String verdict(Report report) {
        return switch (report.verdict()) {
            case INTACT -> "intact";
            case BROKEN -> "NOT INTACT: " + report.brokenChains() + " broken chains";
            case UNKNOWN -> "could not tell: the seals do not tell everything";
        };
    }
}
