package io.botyard.worker.call;

import io.botyard.contract.Json;
import io.botyard.contract.OnUnknown;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallError.TelegramError;
import io.botyard.worker.telegram.Answer;
import java.time.Duration;

/**
 * What follows from each answer of Telegram's: rule 8 of the domain. A call is made again only when Telegram cannot
 * have acted, when the method is repeatable, or when the caller chose so.
 */
final class Judgement {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int BAD_REQUEST = 400;
    private static final Duration SHORTEST_GATE = Duration.ofSeconds(1);

    private final CallSettings settings;

    Judgement(CallSettings settings) {
        this.settings = settings;
    }

    /**
     * Says how to go on.
     *
     * @param attempts made so far, this one included
     * @param mayRepeatDone an earlier attempt may have acted already
     */
    Next of(Answer answer, CallMethod call, int attempts, boolean mayRepeatDone) {
        return switch (answer) {
            case Answer.Accepted(var result) -> new Next.Succeed(result, false);
            case Answer.Denied(var error, var supergroup)
            when supergroup != null ->
                new Next.Follow(supergroup, new CallError(CallError.TELEGRAM_REFUSED, error.description(), error));
            case Answer.Denied denied -> denied(denied.error(), attempts, mayRepeatDone);
            case Answer.NotReached(var reason) ->
                retryOr(attempts, new Next.Fail(new CallError(CallError.TELEGRAM_UNREACHABLE, reason, null)));
            case Answer.Unclear(var reason) ->
                mayRepeat(call) ? retryOr(attempts, new Next.Unknown(reason)) : new Next.Unknown(reason);
        };
    }

    static boolean mayRepeat(CallMethod call) {
        return call.options().onUnknown() == OnUnknown.RETRY || RepeatableMethods.contains(call.method());
    }

    private Next denied(TelegramError error, int attempts, boolean mayRepeatDone) {
        var failure = new CallError(CallError.TELEGRAM_REFUSED, error.description(), error);
        if (error.errorCode() == TOO_MANY) {
            var seconds = error.retryAfter();
            return new Next.Gate(seconds == null ? SHORTEST_GATE : longer(Duration.ofSeconds(seconds)));
        }
        if (error.errorCode() == UNAUTHORIZED) {
            return new Next.RejectToken(failure);
        }
        if (error.errorCode() >= SERVER_ERROR) {
            return retryOr(attempts, new Next.Fail(failure));
        }
        if (mayRepeatDone && error.errorCode() == BAD_REQUEST) {
            return RepeatableMethods.saysAlreadySo(error.description())
                    ? new Next.Succeed(new Json("true"), true)
                    : new Next.Unknown("an earlier attempt may have acted; Telegram now says: " + error.description());
        }
        return new Next.Fail(failure);
    }

    private Next retryOr(int attempts, Next end) {
        return attempts < settings.attempts() ? new Next.Retry(settings.backoffAfter(attempts)) : end;
    }

    private static Duration longer(Duration wait) {
        return wait.compareTo(SHORTEST_GATE) < 0 ? SHORTEST_GATE : wait;
    }
}
