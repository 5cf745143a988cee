package io.botyard.audit.operations;

import io.botyard.contract.CommandId;
import io.botyard.contract.Json;
import io.botyard.contract.UserId;
import io.botyard.contract.event.CallError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A command as an API client sees it. Its acceptance and its end may arrive in either order, and more than once; the
 * first end counts.
 *
 * @param acceptedAt none while only its end is known
 * @param notBefore when a parked call is tried next
 * @param repeated the call was made again, and Telegram said that it was so already
 * @param migratedToChatId the supergroup that took the place of the call's chat, when Telegram said so
 * @param lateOutcome what an unknown outcome turned out to be, when that was learnt
 */
record Operation(
        CommandId id,
        UserId userId,
        String kind,
        @Nullable String method,
        OperationStatus status,
        int attempts,
        @Nullable Instant acceptedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant notBefore,
        boolean repeated,
        @Nullable Long migratedToChatId,
        @Nullable Json result,
        boolean resultOmitted,
        @Nullable CallError error,
        @Nullable OperationStatus lateOutcome) {
    static Operation of(Acceptance accepted) {
        return new Operation(
                accepted.id(),
                accepted.userId(),
                accepted.kind(),
                accepted.method(),
                OperationStatus.ACCEPTED,
                0,
                millis(accepted.at()),
                null,
                null,
                false,
                null,
                null,
                false,
                null,
                null);
    }

    static Operation of(Ending ending) {
        return new Operation(
                ending.id(),
                ending.userId(),
                ending.kind(),
                ending.method(),
                ending.status(),
                ending.attempts(),
                null,
                millis(ending.at()),
                null,
                ending.repeated(),
                ending.migratedToChatId(),
                ending.result(),
                ending.resultOmitted(),
                ending.error(),
                null);
    }

    /** Heard of before its acceptance. */
    static Operation of(Parking parking) {
        return new Operation(
                parking.id(),
                parking.userId(),
                parking.kind(),
                parking.method(),
                OperationStatus.PARKED,
                parking.attempts(),
                null,
                null,
                millis(parking.notBefore()),
                false,
                null,
                null,
                false,
                null,
                null);
    }

    boolean finished() {
        return finishedAt != null;
    }

    Operation accepted(Acceptance accepted) {
        return acceptedAt != null ? this : with(accepted.kind(), accepted.method(), millis(accepted.at()), lateOutcome);
    }

    /** What has ended is not parked any more, however late that is told. */
    Operation parked(Parking parking) {
        return finished() ? this : of(parking).with(kind, method, acceptedAt, null);
    }

    Operation ended(Ending ending) {
        if (!finished()) {
            return of(ending).with(kind, method, acceptedAt, null);
        }
        return status == OperationStatus.UNKNOWN && ending.status() != status && lateOutcome == null
                ? with(kind, method, acceptedAt, ending.status())
                : this;
    }

    private Operation with(
            String itsKind, @Nullable String itsMethod, @Nullable Instant since, @Nullable OperationStatus late) {
        return new Operation(
                id,
                userId,
                itsKind,
                itsMethod,
                status,
                attempts,
                since,
                finishedAt,
                notBefore,
                repeated,
                migratedToChatId,
                result,
                resultOmitted,
                error,
                late);
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
