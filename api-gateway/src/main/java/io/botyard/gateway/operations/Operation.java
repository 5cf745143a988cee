package io.botyard.gateway.operations;

import io.botyard.contract.CommandId;
import io.botyard.contract.Message;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.contract.event.KeysRotated;
import io.botyard.contract.wire.WireJson;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an API client sees of a command.
 *
 * @param notBefore when a parked call may be made at the earliest
 * @param repeated the call was made again, and Telegram said that it was so already
 * @param migratedToChatId the supergroup that took the place of the call's chat, when Telegram said so
 * @param resultOmitted the result was over 256 KiB
 * @param lateOutcome what became known of an unknown call afterwards
 * @param progress of a rotation of keys that has begun; null for anything else
 */
public record Operation(
        CommandId operationId,
        String kind,
        Status status,
        int attempts,
        Instant acceptedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant notBefore,
        boolean repeated,
        @Nullable Long migratedToChatId,
        @Nullable JsonNode result,
        boolean resultOmitted,
        @Nullable CallError error,
        @Nullable Status lateOutcome,
        @Nullable Progress progress) {

    /** Kafka has the command, and nothing more is known. */
    public static Operation accepted(CommandId id, Accepted accepted) {
        return new Operation(
                id,
                accepted.kind(),
                Status.ACCEPTED,
                0,
                accepted.at(),
                null,
                null,
                false,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    /** A call that ended. */
    public static Operation finished(CallOutcome outcome, Instant acceptedAt) {
        return switch (outcome) {
            case CallSucceeded done -> succeeded(done, acceptedAt);
            case CallFailed failed -> ended(failed, Status.FAILED, failed.error(), acceptedAt);
            case CallRefused refused -> ended(refused, Status.REFUSED, errorOf(refused), acceptedAt);
            case CallExpired expired ->
                ended(
                        expired,
                        Status.EXPIRED,
                        error("expired", "Its time ran out before Telegram was asked."),
                        acceptedAt);
            case CallUnknown unknown ->
                ended(unknown, Status.UNKNOWN, error("outcome_unknown", unknown.message()), acceptedAt);
        };
    }

    /** A rotation of keys that ended. */
    public static Operation rotated(KeysRotated end, Instant acceptedAt) {
        return new Operation(
                end.head().commandId(),
                Message.kindOf(RotateKeys.class),
                Status.SUCCEEDED,
                0,
                acceptedAt,
                end.head().at(),
                null,
                false,
                null,
                WireJson.mapper().valueToTree(Rotated.of(end)),
                false,
                null,
                null,
                new Progress(end.rows(), end.rows() + end.unreadable()));
    }

    /** As the operation keeps it. */
    private record Rotated(int keyVersion, long rows, long unreadable) {
        private static Rotated of(KeysRotated end) {
            return new Rotated(end.keyVersion(), end.rows(), end.unreadable());
        }
    }

    private static Operation succeeded(CallSucceeded done, Instant acceptedAt) {
        return new Operation(
                done.head().commandId(),
                Message.kindOf(CallMethod.class),
                Status.SUCCEEDED,
                done.call().attempts(),
                acceptedAt,
                done.head().at(),
                null,
                done.repeated(),
                done.call().migratedToChatId(),
                done.resultOmitted() ? null : Results.of(done),
                done.resultOmitted(),
                null,
                null,
                null);
    }

    private static Operation ended(CallOutcome outcome, Status status, CallError error, Instant acceptedAt) {
        return new Operation(
                outcome.head().commandId(),
                Message.kindOf(CallMethod.class),
                status,
                outcome.call().attempts(),
                acceptedAt,
                outcome.head().at(),
                null,
                false,
                outcome.call().migratedToChatId(),
                null,
                false,
                error,
                null,
                null);
    }

    private static CallError errorOf(CallRefused refused) {
        return error(
                refused.refusal().code().name().toLowerCase(Locale.ROOT),
                refused.refusal().message());
    }

    private static CallError error(String code, String message) {
        return new CallError(code, message, null);
    }
}
