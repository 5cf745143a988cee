package io.botyard.gateway.testing;

import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.EventId;
import io.botyard.contract.Json;
import io.botyard.contract.Limits;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ChangeRateLimits;
import io.botyard.contract.command.Origin;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.command.ReplaceToken;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.BotRemoved;
import io.botyard.contract.event.BotTokenReplaced;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.event.EventHead;
import io.botyard.contract.event.KeysRotated;
import java.time.Instant;
import java.util.Objects;

/** What a worker says to a command. */
public final class Lines {

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final BotId BOT = new BotId(4711);

    private Lines() {}

    public static BotRegistered registered(RegisterBot command) {
        return new BotRegistered(
                head(command),
                new BotRowId(77),
                command.botId(),
                command.botUsername(),
                BotStatus.PENDING,
                command.limits());
    }

    public static CommandRefused refused(BotCommand command, RefusalCode code) {
        return new CommandRefused(head(command), command.kind(), new Refusal(code, "The worker says no."));
    }

    public static BotVerified verified(VerifyBot command) {
        return new BotVerified(
                head(command), command.id(), BotStatus.ACTIVE, new BotProfile(BOT, "a_bot", "A bot", true));
    }

    public static BotVerificationFailed notVerified(VerifyBot command) {
        return new BotVerificationFailed(
                head(command), command.id(), BotStatus.ERROR, VerificationFailure.TOKEN_REJECTED, "Unauthorized");
    }

    /** The outcome of the call that carries a verification's test message. */
    public static CallSucceeded testMessageSent(VerifyBot command) {
        var origin = command.origin();
        var head = new EventHead(
                EventId.of(origin.commandId().derived("test_message"), CallOutcome.KIND),
                origin.commandId().derived("test_message"),
                origin.userId(),
                1,
                LATER,
                origin.actor(),
                origin.requestId());
        return new CallSucceeded(
                head, new CallHead(command.id(), "sendMessage", "5", 1), new Json("{\"message_id\":42}"), false, false);
    }

    public static BotTokenReplaced tokenReplaced(ReplaceToken command) {
        return new BotTokenReplaced(head(command), command.id(), command.botId(), BotStatus.PENDING);
    }

    /** From 30 and 10. */
    public static BotRateLimitsChanged limitsChanged(ChangeRateLimits command) {
        return new BotRateLimitsChanged(
                head(command),
                command.id(),
                Limits.DEFAULT,
                new Limits(
                        Objects.requireNonNullElse(
                                command.maxRequestsPerSecond(), Limits.DEFAULT.maxRequestsPerSecond()),
                        Objects.requireNonNullElse(
                                command.maxConcurrentRequests(), Limits.DEFAULT.maxConcurrentRequests())));
    }

    public static BotRemoved removed(BotCommand command) {
        return new BotRemoved(head(command), new BotRowId(77), BOT);
    }

    /** Ten bots, two of which do not open. */
    public static KeysRotated rotated(RotateKeys command) {
        return new KeysRotated(head(command), 2, 8, 2);
    }

    public static CallSucceeded succeeded(CallMethod call) {
        return new CallSucceeded(
                head(call),
                new CallHead(call.id(), call.method(), call.chatId(), 1),
                new Json("{\"message_id\":42}"),
                false,
                false);
    }

    public static EventHead head(BotCommand command) {
        Origin origin = command.origin();
        return EventHead.of(command, "line", 1, origin.acceptedAt().plusMillis(5));
    }
}
