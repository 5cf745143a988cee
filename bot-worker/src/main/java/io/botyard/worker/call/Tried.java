package io.botyard.worker.call;

import io.botyard.contract.Json;
import io.botyard.contract.Refusal;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallOutcome;
import io.botyard.worker.telegram.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What has been tried of one call so far, and how it ends by that: what may have been done is not said to be undone. */
final class Tried {

    private final Outcomes outcomes;
    private final int before;
    private int attempts;
    private boolean mayBeDone;

    Tried(CallMethod call, Clock clock, Started started) {
        this.outcomes = new Outcomes(call, clock, started.throttled());
        this.before = started.attempts();
        this.attempts = before;
        this.mayBeDone = started.mayBeDone();
    }

    int attempts() {
        return attempts;
    }

    boolean mayBeDone() {
        return mayBeDone;
    }

    /** Whether Telegram was asked by this owner. */
    boolean here() {
        return attempts > before;
    }

    void attempted(Duration answeredAfter) {
        attempts++;
        outcomes.took(answeredAfter);
    }

    /** From now on: whether Telegram acted is not known of every attempt. */
    void said(Answer answer) {
        mayBeDone |= answer instanceof Answer.Unclear;
    }

    void throttledAgain() {
        outcomes.throttledAgain();
    }

    void migrated(long supergroup) {
        outcomes.migrated(supergroup);
    }

    Keeping.Progress until(Instant notBefore) {
        return new Keeping.Progress(attempts, outcomes.throttled(), mayBeDone, notBefore);
    }

    CallOutcome succeeded(Json result, boolean repeated) {
        return outcomes.succeeded(result, repeated, attempts);
    }

    CallOutcome failed(CallError error) {
        return outcomes.failed(error, attempts);
    }

    CallOutcome unknown(String reason) {
        return outcomes.unknown(reason, attempts);
    }

    /** An owner that is gone began an attempt, and nobody knows what came of it. */
    void begunElsewhere() {
        mayBeDone = true;
    }

    CallOutcome unknownElsewhere() {
        return outcomes.unknown("The worker stopped while it was asking Telegram.", attempts + 1);
    }

    CallOutcome expired() {
        return mayBeDone ? lost("its time ran out") : outcomes.expired(attempts);
    }

    CallOutcome denied(Refusal refusal) {
        return mayBeDone ? lost(refusal.message()) : outcomes.refused(refusal, attempts);
    }

    CallOutcome unreadable() {
        var error = new CallError(CallError.SECRET_UNREADABLE, "The call was sealed and does not open.", null);
        return mayBeDone ? lost(error.message()) : outcomes.failed(error, attempts);
    }

    /** What may have been done was not turned down before Telegram was asked. */
    private CallOutcome lost(String why) {
        return outcomes.unknown(
                "An earlier attempt may have acted, and none is made any more: " + why, Math.max(1, attempts));
    }
}
