package io.botyard.worker.call;

import io.botyard.contract.Json;
import io.botyard.contract.Refusal;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.contract.event.EventHead;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Words the ways one call can end. */
final class Outcomes {

    /** A longer result is left out: an operation is an answer, not a file store. */
    private static final int LONGEST_RESULT = 256 * 1024;

    private final CallMethod call;
    private final Clock clock;
    private @Nullable Long migratedTo;
    private @Nullable Long tookMs;
    private int throttled;

    /**
     * Begins with what was before.
     *
     * @param throttled how often Telegram has answered 429
     */
    Outcomes(CallMethod call, Clock clock, int throttled) {
        this.call = call;
        this.clock = clock;
        this.throttled = throttled;
    }

    /** Says with the outcome how long Telegram took over the last attempt. */
    void took(Duration answeredAfter) {
        tookMs = Math.max(0, answeredAfter.toMillis());
    }

    /** Telegram has answered 429 once more. */
    void throttledAgain() {
        throttled++;
    }

    int throttled() {
        return throttled;
    }

    /** Says with the outcome that the chat has become this supergroup. */
    void migrated(long supergroup) {
        migratedTo = supergroup;
    }

    CallOutcome succeeded(Json result, boolean repeated, int attempts) {
        var tooLong = result.text().getBytes(StandardCharsets.UTF_8).length > LONGEST_RESULT;
        return new CallSucceeded(head(), about(attempts), tooLong ? Json.NULL : result, tooLong, repeated);
    }

    CallOutcome failed(CallError error, int attempts) {
        return new CallFailed(head(), about(attempts), error);
    }

    CallOutcome refused(Refusal refusal, int attempts) {
        return new CallRefused(head(), about(attempts), refusal);
    }

    CallOutcome expired(int attempts) {
        return new CallExpired(head(), about(attempts));
    }

    CallOutcome unknown(String reason, int attempts) {
        return new CallUnknown(head(), about(attempts), reason);
    }

    private EventHead head() {
        return EventHead.of(call, CallOutcome.KIND, 0, clock.instant());
    }

    private CallHead about(int attempts) {
        return new CallHead(
                call.id(),
                call.method(),
                call.chatId(),
                attempts,
                migratedTo,
                throttled == 0 ? null : throttled,
                tookMs);
    }
}
