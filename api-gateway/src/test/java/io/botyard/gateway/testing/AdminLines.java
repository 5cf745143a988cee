package io.botyard.gateway.testing;

import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Ceilings;
import io.botyard.contract.Limits;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.command.AccessBot;
import io.botyard.contract.command.ActivateBot;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.OverrideRateLimits;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.command.SuspendBot;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.event.BotAccessed;
import io.botyard.contract.event.BotActivated;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRateLimitsOverridden;
import io.botyard.contract.event.BotSuspended;

/** What a worker says to an admin's command. */
public final class AdminLines {

    private static final BotRowId BOT = new BotRowId(77);

    private AdminLines() {}

    /** Each done as it was asked. */
    public static BotEvent done(BotCommand command) {
        return switch (command) {
            case SuspendBot suspend -> new BotSuspended(Lines.head(suspend), BOT, BotStatus.ACTIVE, suspend.reason());
            case ActivateBot activate -> new BotActivated(Lines.head(activate), BOT, BotStatus.PENDING);
            case OverrideRateLimits override ->
                new BotRateLimitsOverridden(
                        Lines.head(override), BOT, Ceilings.NONE, override.ceilings(), Limits.DEFAULT);
            case AccessBot access -> accessed(access);
            case VerifyBot verify -> Lines.verified(verify);
            case RemoveBot remove -> Lines.removed(remove);
            default -> throw new IllegalArgumentException("no admin asks for " + command.kind());
        };
    }

    /** The same of a user without a bot. */
    public static BotSuspended suspendedWithoutBot(SuspendBot command) {
        return new BotSuspended(Lines.head(command), null, null, command.reason());
    }

    public static BotAccessed accessed(AccessBot command) {
        return new BotAccessed(
                Lines.head(command),
                command.id(),
                new BotId(4711),
                new BotProfile(new BotId(4711), "a_bot", "A bot", true),
                null);
    }

    public static BotAccessed notAccessed(AccessBot command) {
        return new BotAccessed(
                Lines.head(command), command.id(), new BotId(4711), null, VerificationFailure.TELEGRAM_UNREACHABLE);
    }
}
