package io.botyard.audit.activity;

import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import org.jspecify.annotations.Nullable;

/**
 * What of an outcome is counted.
 *
 * @param bot its row; 0 where the outcome does not tell
 * @param kind what became of it
 * @param throttled how often Telegram answered 429 on the way
 * @param tookMs how long Telegram took; none when it was not asked
 */
public record CallEnd(
        long bot, Kind kind, int throttled, @Nullable Long tookMs) {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    /** What became of a call. */
    public enum Kind {
        DONE,
        /** Telegram turned it down for what it asked: whose fault that is, says nothing of the bot's health. */
        CLIENT_ERROR,
        /** Telegram did not answer, or with 5xx; or Botyard could not carry it out. */
        FAILURE,
        /** A rule or its time ended it before it was made. */
        NOT_MADE
    }

    public static CallEnd of(CallOutcome outcome) {
        return switch (outcome) {
            case CallSucceeded _ -> of(outcome.call(), Kind.DONE);
            case CallFailed failed -> of(outcome.call(), kind(failed.error()));
            case CallUnknown _ -> of(outcome.call(), Kind.FAILURE);
            case CallRefused _, CallExpired _ -> of(outcome.call(), Kind.NOT_MADE);
        };
    }

    boolean made() {
        return kind != Kind.NOT_MADE;
    }

    boolean failed() {
        return kind == Kind.FAILURE;
    }

    private static Kind kind(CallError error) {
        var telegram = error.telegram();
        return telegram != null && telegram.errorCode() >= CLIENT_ERROR && telegram.errorCode() < SERVER_ERROR
                ? Kind.CLIENT_ERROR
                : Kind.FAILURE;
    }

    private static CallEnd of(CallHead call, Kind kind) {
        var id = call.id();
        var throttled = call.throttled();
        return new CallEnd(
                id == null ? 0 : id.value(),
                kind,
                throttled == null ? 0 : throttled,
                kind == Kind.NOT_MADE ? null : call.tookMs());
    }
}
