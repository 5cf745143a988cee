package io.botyard.worker.intake;

import io.botyard.contract.CommandId;
import io.botyard.worker.call.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a new owner knows of the calls that it reads again.
 *
 * @param ended calls with an outcome
 * @param begun calls with an intent and no outcome, and until when an earlier owner may be making them
 * @param begunBelow calls before this offset count as begun: the journal that would tell no longer reaches back
 * @param readAt when the journal was read
 */
record Knowledge(Set<CommandId> ended, Map<CommandId, Instant> begun, long begunBelow, Instant readAt) {

    /** The longest an attempt may take; an owner that was stopped while asking is done by then. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(20);

    boolean hasEnded(CommandId call) {
        return ended.contains(call);
    }

    Started of(CommandId call, long offset, Instant now) {
        var until = begun.get(call);
        if (until == null && offset < begunBelow) {
            until = readAt.plus(LONGEST_ATTEMPT);
        }
        return until == null ? Started.NOT : new Started(max(Duration.between(now, until)), 0, 0, false);
    }

    private static Duration max(Duration left) {
        return left.isNegative() ? Duration.ZERO : left;
    }
}
