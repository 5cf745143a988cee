package io.botyard.audit.operations;

import io.botyard.contract.CommandId;
import io.botyard.contract.Json;
import io.botyard.contract.UserId;
import io.botyard.contract.event.CallError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An operation as the gateway asks for it: every field is there, null when empty. */
record OperationAnswer(
        CommandId operationId,
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
    static OperationAnswer of(Operation operation) {
        return new OperationAnswer(
                operation.id(),
                operation.userId(),
                operation.kind(),
                operation.method(),
                operation.status(),
                operation.attempts(),
                operation.acceptedAt(),
                operation.finishedAt(),
                operation.notBefore(),
                operation.repeated(),
                operation.migratedToChatId(),
                operation.result(),
                operation.resultOmitted(),
                operation.error(),
                operation.lateOutcome());
    }
}
