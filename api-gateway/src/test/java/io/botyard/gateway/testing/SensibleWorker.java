package io.botyard.gateway.testing;

import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Ceilings;
import io.botyard.contract.Json;
import io.botyard.contract.Limits;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.AccessBot;
import io.botyard.contract.command.ActivateBot;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.ChangeRateLimits;
import io.botyard.contract.command.OverrideRateLimits;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.command.ReplaceToken;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.command.SuspendBot;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.event.BotAccessed;
import io.botyard.contract.event.BotActivated;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.BotRateLimitsOverridden;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.BotTokenReplaced;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.contract.event.Event;
import java.util.List;

/** Does what it is told, if it is not in the mood to refuse. */
public final class SensibleWorker {

    private static final int MOODS = 8;
    private static final BotRowId ROW = new BotRowId(77);
    private static final BotId BOT = new BotId(4711);
    private static final BotProfile PROFILE = new BotProfile(BOT, "a_bot", "A bot", true);

    private SensibleWorker() {}

    /** Now and then there is a reason not to; which, the command's id decides. */
    public static List<Event> moody(BotCommand command) {
        return answer(command, Math.floorMod(command.commandId().value().getLeastSignificantBits(), MOODS));
    }

    /** Whatever it is. */
    public static List<Event> obeys(BotCommand command) {
        return answer(command, MOODS - 1);
    }

    private static List<Event> answer(BotCommand command, int mood) {
        return switch (command) {
            case CallMethod call -> List.of(outcome(call, mood));
            case RegisterBot _ when mood == 0 -> refused(command, RefusalCode.BOT_ALREADY_EXISTS);
            case RegisterBot register -> List.of(Lines.registered(register));
            case VerifyBot _ when mood == 0 -> refused(command, RefusalCode.BOT_TAKEN);
            case VerifyBot verify when mood == 1 -> List.of(Lines.notVerified(verify));
            case VerifyBot verify
            when verify.testMessage() != null -> List.of(Lines.verified(verify), Lines.testMessageSent(verify));
            case VerifyBot verify -> List.of(Lines.verified(verify));
            case RemoveBot _ when mood == 0 -> refused(command, RefusalCode.NO_BOT);
            case RemoveBot remove -> List.of(Lines.removed(remove));
            case ReplaceToken _ when mood == 0 -> refused(command, RefusalCode.TOKEN_OF_ANOTHER_BOT);
            case ReplaceToken replace ->
                List.of(new BotTokenReplaced(Lines.head(replace), replace.id(), replace.botId(), BotStatus.PENDING));
            case ChangeRateLimits _ when mood == 0 -> refused(command, RefusalCode.LIMIT_ABOVE_CEILING);
            case ChangeRateLimits change
            when change.ifVersion() != null && mood == 1 -> refused(command, RefusalCode.PRECONDITION_FAILED);
            case ChangeRateLimits change ->
                List.of(new BotRateLimitsChanged(Lines.head(change), change.id(), Limits.DEFAULT, Limits.DEFAULT));
            case OverrideRateLimits override ->
                List.of(new BotRateLimitsOverridden(
                        Lines.head(override), ROW, Ceilings.NONE, override.ceilings(), Limits.DEFAULT));
            case SuspendBot suspend ->
                List.of(new BotSuspended(Lines.head(suspend), ROW, BotStatus.ACTIVE, suspend.reason()));
            case ActivateBot _ when mood == 0 -> refused(command, RefusalCode.BOT_NOT_SUSPENDED);
            case ActivateBot activate -> List.of(new BotActivated(Lines.head(activate), ROW, BotStatus.ACTIVE));
            case RotateKeys _ when mood == 0 -> refused(command, RefusalCode.ROTATION_RUNNING);
            case RotateKeys rotate -> List.of(Lines.rotated(rotate));
            case AccessBot access -> List.of(new BotAccessed(Lines.head(access), access.id(), BOT, PROFILE, null));
        };
    }

    private static Event outcome(CallMethod call, int mood) {
        var head = Lines.head(call);
        var about = new CallHead(call.id(), call.method(), call.chatId(), 1);
        return switch (mood) {
            case 0 ->
                new CallFailed(
                        head,
                        about,
                        new CallError(
                                CallError.TELEGRAM_REFUSED,
                                "Telegram refused the call.",
                                new CallError.TelegramError(400, "Bad Request: chat not found", null)));
            case 1 -> new CallRefused(head, about, new Refusal(RefusalCode.BOT_SUSPENDED, "An admin stopped it."));
            case 2 -> new CallExpired(head, about);
            case 3 -> new CallUnknown(head, about, "Telegram did not answer.");
            case 4 -> new CallSucceeded(head, about, new Json("true"), false, true);
            default -> Lines.succeeded(call);
        };
    }

    private static List<Event> refused(BotCommand command, RefusalCode code) {
        return List.of(Lines.refused(command, code));
    }
}
