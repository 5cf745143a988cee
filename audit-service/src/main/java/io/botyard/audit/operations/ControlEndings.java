package io.botyard.audit.operations;

import io.botyard.audit.entry.StorableText;
import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Ceilings;
import io.botyard.contract.Json;
import io.botyard.contract.Limits;
import io.botyard.contract.Message;
import io.botyard.contract.command.AccessBot;
import io.botyard.contract.command.ActivateBot;
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
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CommandFailed;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.event.KeyRotationStarted;
import io.botyard.contract.event.KeysRetired;
import io.botyard.contract.event.KeysRotated;
import io.botyard.contract.wire.WireJson;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How each event ends its control command. The result holds the event's facts, as the API names them. */
final class ControlEndings {
    private ControlEndings() {}

    /** Nothing for what a call finds that ends by its own outcome, nor for a beginning. */
    static Optional<Ending> of(BotEvent event) {
        return switch (event) {
            case BotRegistered e ->
                done(
                        e,
                        Message.kindOf(RegisterBot.class),
                        new Registered(e.id(), e.botId(), e.botUsername(), word(e.status())));
            case BotVerified e ->
                done(
                        e,
                        Message.kindOf(VerifyBot.class),
                        new Verified(true, true, word(e.status()), null, null, e.profile()));
            case BotVerificationFailed e ->
                done(
                        e,
                        Message.kindOf(VerifyBot.class),
                        new Verified(false, false, word(e.status()), word(e.reason()), e.message(), null));
            case BotTokenReplaced e ->
                done(e, Message.kindOf(ReplaceToken.class), new Replaced(e.id(), e.botId(), word(e.status())));
            case BotRateLimitsChanged e ->
                done(e, Message.kindOf(ChangeRateLimits.class), new Changed(e.id(), e.after()));
            case BotRateLimitsOverridden e ->
                done(e, Message.kindOf(OverrideRateLimits.class), new Overridden(e.id(), e.after(), e.limits()));
            case BotSuspended e ->
                done(e, Message.kindOf(SuspendBot.class), new Suspended(e.id(), word(BotStatus.SUSPENDED), e.reason()));
            case BotActivated e -> done(e, Message.kindOf(ActivateBot.class), activated(e));
            case BotAccessed e -> done(e, Message.kindOf(AccessBot.class), accessed(e));
            case BotRemoved e -> done(e, Message.kindOf(RemoveBot.class), new Removed(e.id(), e.botId()));
            case KeysRotated e ->
                done(e, Message.kindOf(RotateKeys.class), new Rotated(e.keyVersion(), e.rows(), e.unreadable()));
            case CommandRefused e ->
                Optional.of(ending(e, e.command(), OperationStatus.REFUSED, null, Endings.error(e.refusal())));
            case CommandFailed e ->
                Optional.of(ending(e, e.command(), OperationStatus.FAILED, null, Endings.error(e.code(), e.message())));
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

    private static Optional<Ending> done(BotEvent event, String kind, Record facts) {
        var result = Endings.storable(new Json(WireJson.mapper().writeValueAsString(facts)));
        return Optional.of(ending(event, kind, OperationStatus.SUCCEEDED, result, null));
    }

    private static Ending ending(
            BotEvent event, String kind, OperationStatus status, @Nullable Json result, @Nullable CallError error) {
        var head = event.head();
        return new Ending(
                head.commandId(),
                head.userId(),
                StorableText.of(kind),
                null,
                status,
                null,
                0,
                head.at(),
                null,
                result,
                false,
                false,
                error);
    }

    private static Activated activated(BotActivated event) {
        var status = event.status();
        return new Activated(event.id(), status == null ? null : word(status));
    }

    private static Accessed accessed(BotAccessed event) {
        var failure = event.failure();
        return new Accessed(failure == null, event.profile(), true, failure == null ? null : word(failure));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private record Registered(
            BotRowId id, BotId botId, @Nullable String botUsername, String status) {}

    /** A verification that failed is an answer, too: it succeeded in finding out. */
    private record Verified(
            boolean success,
            boolean isVerified,
            String status,
            @Nullable String reason,
            @Nullable String message,
            @Nullable BotProfile botInfo) {}

    private record Replaced(BotRowId id, BotId botId, String status) {}

    private record Changed(BotRowId id, Limits newLimits) {}

    /** The ceilings; {@code limits} are the user's own, which stay. */
    private record Overridden(
            @Nullable BotRowId id,
            Ceilings newLimits,
            @Nullable Limits limits) {}

    private record Suspended(@Nullable BotRowId id, String status, String suspensionReason) {}

    private record Activated(
            @Nullable BotRowId id, @Nullable String status) {}

    /** A look that Telegram did not answer is recorded all the same. */
    private record Accessed(
            boolean success,
            @Nullable BotProfile botInfo,
            boolean accessLogged,
            @Nullable String reason) {}

    /** Bots, and those among them whose secrets do not open: they are as they were. */
    private record Rotated(int keyVersion, long rows, long unreadable) {}

    private record Removed(BotRowId id, BotId botId) {}
}
