package io.botyard.worker.store;

import io.botyard.contract.command.CallMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that was set aside.
 *
 * @param position the offset of the record that asked for it: those of one chat go in this order
 * @param attempts how often Telegram has been asked
 * @param throttled how often it has answered 429
 * @param mayBeDone one of them may have acted
 * @param notBefore when it may go on at the earliest
 * @param startedUntil until when an attempt may be under way; none when it is known that none is
 * @param traceparent the step of a trace that set it aside, if one did
 */
public record ParkedCall(
        CallMethod call,
        long position,
        int attempts,
        int throttled,
        boolean mayBeDone,
        Instant notBefore,
        @Nullable Instant startedUntil,
        @Nullable String traceparent) {}
