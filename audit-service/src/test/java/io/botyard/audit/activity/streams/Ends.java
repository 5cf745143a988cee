package io.botyard.audit.activity.streams;

import io.botyard.audit.bed.Happenings;
import io.botyard.contract.BotRowId;
import io.botyard.contract.CommandId;
import io.botyard.contract.Json;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallParked;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.contract.event.EventHead;
import io.botyard.testkit.Actors;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ends of one bot's calls. */
record Ends(long user, long bot) {
    static final Ends ADA = new Ends(7, 41);
    static final Ends BOB = new Ends(8, 42);

    CallSucceeded done(Instant at, long tookMs) {
        return done(Happenings.newCommand(), at, tookMs);
    }

    CallSucceeded done(CommandId command, Instant at, long tookMs) {
        return new CallSucceeded(head(command, at), call(null, tookMs), new Json("true"), false, false);
    }

    CallSucceeded throttledThenDone(Instant at, int throttled) {
        return new CallSucceeded(
                head(Happenings.newCommand(), at), call(throttled, 20L), new Json("true"), false, false);
    }

    CallUnknown unknown(Instant at) {
        return unknown(Happenings.newCommand(), at);
    }

    CallUnknown unknown(CommandId command, Instant at) {
        return new CallUnknown(head(command, at), call(null, null), "no answer");
    }

    CallFailed unreachable(Instant at) {
        return new CallFailed(
                head(Happenings.newCommand(), at),
                call(null, null),
                new CallError(CallError.TELEGRAM_UNREACHABLE, "connection refused", null));
    }

    CallFailed answered(int code, Instant at) {
        return new CallFailed(
                head(Happenings.newCommand(), at),
                call(null, 10L),
                new CallError(CallError.TELEGRAM_REFUSED, "no", new CallError.TelegramError(code, "no", null)));
    }

    CallRefused refused(Instant at) {
        return new CallRefused(
                head(Happenings.newCommand(), at),
                call(null, null),
                new Refusal(RefusalCode.BOT_REMOVED, "The bot has been removed."));
    }

    CallExpired expired(Instant at, int throttled) {
        return new CallExpired(head(Happenings.newCommand(), at), call(throttled, 10L));
    }

    CallParked parked(Instant at) {
        return new CallParked(
                Happenings.head(Happenings.newCommand(), CallParked.KIND, Actors.user(user), at),
                call(null, null),
                at.plusSeconds(60));
    }

    private EventHead head(CommandId command, Instant at) {
        return Happenings.head(command, CallOutcome.KIND, Actors.user(user), at);
    }

    private CallHead call(@Nullable Integer throttled, @Nullable Long tookMs) {
        return new CallHead(new BotRowId(bot), "sendMessage", "99", 1, null, throttled, tookMs);
    }
}
