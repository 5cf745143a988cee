package io.botyard.audit.operations;

import io.botyard.audit.entry.StorableText;
import io.botyard.contract.Json;
import io.botyard.contract.Message;
import io.botyard.contract.Refusal;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallError.TelegramError;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How each outcome ends its call. */
final class Endings {
    private static final String CALL = Message.kindOf(CallMethod.class);

    private Endings() {}

    static Ending of(CallOutcome outcome) {
        return switch (outcome) {
            case CallSucceeded done -> succeeded(done);
            case CallFailed failed -> with(failed, OperationStatus.FAILED, storable(failed.error()));
            case CallRefused refused -> with(refused, OperationStatus.REFUSED, error(refused.refusal()));
            case CallExpired expired ->
                with(expired, OperationStatus.EXPIRED, error("expired", "Its time ran out before Telegram was asked."));
            case CallUnknown unknown ->
                with(unknown, OperationStatus.UNKNOWN, error("outcome_unknown", unknown.message()));
        };
    }

    static CallError error(Refusal refusal) {
        return error(refusal.code().name().toLowerCase(Locale.ROOT), refusal.message());
    }

    static CallError error(String code, String message) {
        return new CallError(StorableText.of(code), StorableText.of(message), null);
    }

    static Json storable(Json json) {
        return new Json(StorableText.of(json.text()));
    }

    private static Ending succeeded(CallSucceeded done) {
        return ending(
                done,
                OperationStatus.SUCCEEDED,
                done.resultOmitted() ? null : storable(done.result()),
                done.resultOmitted(),
                done.repeated(),
                null);
    }

    private static Ending with(CallOutcome outcome, OperationStatus status, CallError error) {
        return ending(outcome, status, null, false, false, error);
    }

    private static Ending ending(
            CallOutcome outcome,
            OperationStatus status,
            @Nullable Json result,
            boolean omitted,
            boolean repeated,
            @Nullable CallError error) {
        var head = outcome.head();
        var call = outcome.call();
        return new Ending(
                head.commandId(),
                head.userId(),
                CALL,
                Acceptance.method(call.method()),
                status,
                call.id(),
                call.attempts(),
                head.at(),
                call.migratedToChatId(),
                result,
                omitted,
                repeated,
                error);
    }

    private static CallError storable(CallError error) {
        var telegram = error.telegram();
        return new CallError(
                StorableText.of(error.code()),
                StorableText.of(error.message()),
                telegram == null
                        ? null
                        : new TelegramError(
                                telegram.errorCode(), StorableText.of(telegram.description()), telegram.retryAfter()));
    }
}
