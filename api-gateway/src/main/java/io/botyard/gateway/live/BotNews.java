package io.botyard.gateway.live;

import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Message;
import io.botyard.contract.command.AccessBot;
import io.botyard.contract.command.ActivateBot;
import io.botyard.contract.command.BotCommand;
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
import io.botyard.contract.event.BotBacklogDrained;
import io.botyard.contract.event.BotBacklogFilled;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.BotRateLimitEnded;
import io.botyard.contract.event.BotRateLimited;
import io.botyard.contract.event.BotRateLimitsChanged;
import io.botyard.contract.event.BotRateLimitsOverridden;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.BotRemoved;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.BotTokenRejected;
import io.botyard.contract.event.BotTokenReplaced;
import io.botyard.contract.event.BotTokenUnreadable;
import io.botyard.contract.event.BotVerificationFailed;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CommandFailed;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.event.KeyRotationStarted;
import io.botyard.contract.event.KeysRetired;
import io.botyard.contract.event.KeysRotated;
import io.botyard.gateway.operations.Status;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event of a bot says to those who listen. */
final class BotNews {

    private BotNews() {}

    /** Nothing when the bot is as it was. */
    static Optional<LiveFrame.Bot> change(BotEvent event) {
        return switch (event) {
            case BotRegistered e -> changed(e, e.id(), e.status());
            case BotVerified e -> changed(e, e.id(), e.status());
            case BotVerificationFailed e -> changed(e, e.id(), e.status());
            case BotTokenRejected e -> changed(e, e.id(), e.status());
            case BotTokenUnreadable e -> changed(e, e.id(), e.status());
            case BotTokenReplaced e -> changed(e, e.id(), e.status());
            case BotRateLimited e -> changed(e, e.id(), e.status());
            case BotRateLimitEnded e -> changed(e, e.id(), e.status());
            case BotBacklogFilled e -> changed(e, e.id(), null);
            case BotBacklogDrained e -> changed(e, e.id(), null);
            case BotRateLimitsChanged e -> changed(e, e.id(), null);
            case BotRateLimitsOverridden e -> changed(e, e.id(), null);
            case BotSuspended e -> changed(e, e.id(), BotStatus.SUSPENDED);
            case BotActivated e -> changed(e, e.id(), e.status());
            case BotRemoved e -> changed(e, e.id(), null);
            case BotAccessed _, KeyRotationStarted _, KeysRotated _, KeysRetired _, CommandRefused _, CommandFailed _ ->
                Optional.empty();
        };
    }

    /** How the control command ended; nothing for what a call finds, nor for a beginning. */
    static Optional<LiveFrame.Operation> ending(BotEvent event) {
        return switch (event) {
            case BotRegistered e -> done(e, RegisterBot.class);
            case BotVerified e -> done(e, VerifyBot.class);
            case BotVerificationFailed e -> done(e, VerifyBot.class);
            case BotTokenReplaced e -> done(e, ReplaceToken.class);
            case BotRateLimitsChanged e -> done(e, ChangeRateLimits.class);
            case BotRateLimitsOverridden e -> done(e, OverrideRateLimits.class);
            case BotSuspended e -> done(e, SuspendBot.class);
            case BotActivated e -> done(e, ActivateBot.class);
            case BotAccessed e -> done(e, AccessBot.class);
            case BotRemoved e -> done(e, RemoveBot.class);
            case KeysRotated e -> done(e, RotateKeys.class);
            case CommandRefused e ->
                ended(e, e.command(), Status.REFUSED, e.refusal().code().name().toLowerCase(Locale.ROOT));
            case CommandFailed e -> ended(e, e.command(), Status.FAILED, e.code());
            case BotTokenRejected _,
                    BotTokenUnreadable _,
                    BotRateLimited _,
                    BotRateLimitEnded _,
                    BotBacklogFilled _,
                    BotBacklogDrained _,
                    KeyRotationStarted _,
                    KeysRetired _ -> Optional.empty();
        };
    }

    private static Optional<LiveFrame.Bot> changed(BotEvent event, @Nullable BotRowId id, @Nullable BotStatus status) {
        return Optional.of(new LiveFrame.Bot(
                event.userId(), id, event.kind(), status, event.head().version()));
    }

    private static Optional<LiveFrame.Operation> done(BotEvent event, Class<? extends BotCommand> command) {
        return ended(event, Message.kindOf(command), Status.SUCCEEDED, null);
    }

    private static Optional<LiveFrame.Operation> ended(
            BotEvent event, String kind, Status status, @Nullable String errorCode) {
        return Optional.of(new LiveFrame.Operation(event.head().commandId(), event.userId(), kind, status, errorCode));
    }
}
