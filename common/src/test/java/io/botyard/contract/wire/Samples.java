package io.botyard.contract.wire;

import io.botyard.contract.Actor;
import io.botyard.contract.ApiKeyId;
import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.Ceilings;
import io.botyard.contract.CommandId;
import io.botyard.contract.EventId;
import io.botyard.contract.GatewayId;
import io.botyard.contract.Json;
import io.botyard.contract.Limits;
import io.botyard.contract.Message;
import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.Role;
import io.botyard.contract.Scope;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.SessionId;
import io.botyard.contract.UserId;
import io.botyard.contract.VerificationFailure;
import io.botyard.contract.Via;
import io.botyard.contract.command.AccessBot;
import io.botyard.contract.command.ActivateBot;
import io.botyard.contract.command.CallBody;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.CallOptions;
import io.botyard.contract.command.ChangeRateLimits;
import io.botyard.contract.command.Origin;
import io.botyard.contract.command.OverrideRateLimits;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.command.ReplaceToken;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.command.SuspendBot;
import io.botyard.contract.command.VerifyBot;
import io.botyard.contract.event.AccessHead;
import io.botyard.contract.event.ActivityCounted;
import io.botyard.contract.event.ActivityRead;
import io.botyard.contract.event.ApiKeyCreated;
import io.botyard.contract.event.ApiKeyRevoked;
import io.botyard.contract.event.BotAccessed;
import io.botyard.contract.event.BotActivated;
import io.botyard.contract.event.BotBacklogDrained;
import io.botyard.contract.event.BotBacklogFilled;
import io.botyard.contract.event.BotHealth;
import io.botyard.contract.event.BotHealthChanged;
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
import io.botyard.contract.event.BotViewed;
import io.botyard.contract.event.BotWatched;
import io.botyard.contract.event.BotsListed;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallIntent;
import io.botyard.contract.event.CallParked;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.contract.event.CommandFailed;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.event.EventHead;
import io.botyard.contract.event.HeadsSigned;
import io.botyard.contract.event.KeyRotationStarted;
import io.botyard.contract.event.KeysRetired;
import io.botyard.contract.event.KeysRotated;
import io.botyard.contract.event.KeysViewed;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.PasswordChanged;
import io.botyard.contract.event.PasswordReset;
import io.botyard.contract.event.PasswordResetIssued;
import io.botyard.contract.event.ProfileChanged;
import io.botyard.contract.event.RefreshTokenReused;
import io.botyard.contract.event.RequestDenied;
import io.botyard.contract.event.RoleChanged;
import io.botyard.contract.event.TrailRead;
import io.botyard.contract.event.TrailRestored;
import io.botyard.contract.event.UserActivated;
import io.botyard.contract.event.UserDeleted;
import io.botyard.contract.event.UserLoggedIn;
import io.botyard.contract.event.UserLoggedOut;
import io.botyard.contract.event.UserRegistered;
import io.botyard.contract.event.UserSuspended;
import io.botyard.contract.event.UserViewed;
import io.botyard.contract.event.UsersListed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One of each message, always the same. */
final class Samples {

    private static final Instant AT = Instant.parse("2026-11-23T10:15:30.120Z");
    private static final UserId USER = new UserId(7);
    private static final BotRowId ROW = new BotRowId(41);
    private static final BotId BOT = new BotId(123_456_789);
    private static final Actor ACTOR = new Actor(USER, Role.USER, Via.SESSION, "192.0.2.7", "curl/8.5.0");
    private static final CommandId COMMAND = new CommandId(UUID.fromString("019a9b1c-0d2e-7f3a-8b4c-5d6e7f8a9b0c"));
    private static final SessionId SESSION = new SessionId(UUID.fromString("019a9b1c-0d2e-7f3a-8b4c-5d6e7f8a9b0d"));
    private static final ApiKeyId KEY = new ApiKeyId(UUID.fromString("019a9b1c-0d2e-7f3a-8b4c-5d6e7f8a9b0e"));
    private static final Origin ORIGIN =
            new Origin(COMMAND, USER, ACTOR, "req-1", AT, new GatewayId("gateway-1"), false);
    private static final Limits HALF = new Limits(new BigDecimal("0.5"), 10);
    private static final CallHead CALL = new CallHead(ROW, "sendMessage", "42", 1);

    private Samples() {}

    static List<Message> all() {
        return List.of(
                new RegisterBot(ORIGIN, BOT, "my_bot", new SealedSecret("tink:AbCd"), null, HALF),
                new VerifyBot(ORIGIN, ROW, new VerifyBot.TestMessage("42", "hello")),
                new RemoveBot(ORIGIN),
                new ReplaceToken(ORIGIN, ROW, BOT, new SealedSecret("tink:EfGh")),
                new ChangeRateLimits(ORIGIN, ROW, new BigDecimal("0.5"), null, 3L),
                new OverrideRateLimits(
                        ORIGIN,
                        new Ceilings(new BigDecimal("2"), null),
                        Set.of(Ceilings.Field.MAX_CONCURRENT_REQUESTS),
                        null),
                new SuspendBot(ORIGIN, "Sends what nobody asked for.", null),
                new ActivateBot(ORIGIN, 4L),
                new AccessBot(ORIGIN, ROW),
                new RotateKeys(ORIGIN),
                new CallMethod(
                        ORIGIN,
                        ROW,
                        "sendMessage",
                        "42",
                        CallBody.json("{\"chat_id\":42,\"text\":\"hi\"}"),
                        new CallOptions(Priority.INTERACTIVE, AT.plusSeconds(86_400), OnUnknown.REPORT)),
                new BotRegistered(head("bot_registered"), ROW, BOT, "my_bot", BotStatus.PENDING, HALF),
                new BotVerified(
                        head("bot_verified"), ROW, BotStatus.ACTIVE, new BotProfile(BOT, "my_bot", "My bot", true)),
                new BotVerificationFailed(
                        head("bot_verification_failed"),
                        ROW,
                        BotStatus.ERROR,
                        VerificationFailure.TOKEN_REJECTED,
                        "Telegram rejected the token."),
                new BotTokenRejected(head("bot_token_rejected"), ROW, BOT, BotStatus.ERROR),
                new BotTokenUnreadable(head("bot_token_unreadable"), ROW, BOT, BotStatus.ERROR),
                new BotTokenReplaced(head("bot_token_replaced"), ROW, BOT, BotStatus.PENDING),
                new BotRateLimited(head("bot_rate_limited"), ROW, BotStatus.RATE_LIMITED, AT.plusSeconds(3_600)),
                new BotRateLimitEnded(head("bot_rate_limit_ended"), ROW, BotStatus.ACTIVE),
                new BotBacklogFilled(head("bot_backlog_filled"), ROW, 10_000),
                new BotBacklogDrained(head("bot_backlog_drained"), ROW, 9_000),
                new BotRateLimitsChanged(head("bot_rate_limits_changed"), ROW, Limits.DEFAULT, HALF),
                new BotRateLimitsOverridden(
                        head("bot_rate_limits_overridden"),
                        ROW,
                        Ceilings.NONE,
                        new Ceilings(new BigDecimal("2"), null),
                        HALF),
                new BotSuspended(head("bot_suspended"), ROW, BotStatus.ACTIVE, "Sends what nobody asked for."),
                new BotActivated(head("bot_activated"), ROW, BotStatus.ACTIVE),
                new BotAccessed(head("bot_accessed"), ROW, BOT, new BotProfile(BOT, "my_bot", "My bot", true), null),
                new BotRemoved(head("bot_removed"), ROW, BOT),
                new KeyRotationStarted(head("key_rotation_started"), 2),
                new KeysRotated(head("keys_rotated"), 2, 1_000, 1),
                new KeysRetired(head("keys_retired"), 2),
                new CommandRefused(
                        head("command_refused"),
                        "register_bot",
                        new Refusal(RefusalCode.BOT_ALREADY_EXISTS, "You have a bot already.")),
                new CommandFailed(head("command_failed"), "remove_bot", CallError.INTERNAL, "It has been recorded."),
                new CallSucceeded(
                        head("outcome"),
                        new CallHead(ROW, "sendMessage", "-7", 2, -1_001_234_567_890L, 1, 87L),
                        new Json("{\"message_id\":5}"),
                        false,
                        false),
                new CallFailed(
                        head("outcome"),
                        CALL,
                        new CallError(
                                CallError.TELEGRAM_REFUSED,
                                "Bad Request: chat not found",
                                new CallError.TelegramError(400, "Bad Request: chat not found", null))),
                new CallRefused(
                        head("outcome"), CALL, new Refusal(RefusalCode.BOT_REMOVED, "The bot has been removed.")),
                new CallExpired(head("outcome"), CALL),
                new CallUnknown(head("outcome"), CALL, "no answer"),
                new CallParked(head("call_parked"), CALL, AT.plusSeconds(3_600)),
                new CallIntent(COMMAND, USER, AT, AT.plusSeconds(20)),
                new HeadsSigned(
                        3,
                        12,
                        "1".repeat(64),
                        AT,
                        List.of(new HeadsSigned.Source("audit.access", 40), new HeadsSigned.Source("bot.events", 1207)),
                        List.of(new HeadsSigned.Head(USER, 6, List.of("2".repeat(64), "3".repeat(64)))),
                        List.of(new HeadsSigned.Other(4, 9)),
                        new HeadsSigned.Checkpoint(
                                AT, List.of(new HeadsSigned.End(USER, 4, "4".repeat(64), "5".repeat(64)))),
                        "key-1",
                        "c2lnbmF0dXJl"),
                new UserRegistered(access(), Role.USER),
                new UserLoggedIn(access()),
                new LoginFailed(access(), "hmac:0a1b"),
                new UserLoggedOut(access(), SESSION),
                new RefreshTokenReused(access(), SESSION),
                new RequestDenied(access(), 403, "forbidden", "GET /api/admin/audit", 12),
                new ProfileChanged(access(), Set.of("username")),
                new PasswordChanged(access()),
                new PasswordResetIssued(access()),
                new PasswordReset(access()),
                new ApiKeyCreated(access(), KEY, Set.of(Scope.BOT_SEND), AT.plusSeconds(86_400)),
                new ApiKeyRevoked(access(), KEY),
                new RoleChanged(access(), Role.USER, Role.ADMIN),
                new UserSuspended(access()),
                new UserActivated(access()),
                new UserDeleted(access()),
                new TrailRestored(access(), 3, 12, 240),
                new BotsListed(access(), "status=active&page=1"),
                new BotViewed(access()),
                new BotWatched(access()),
                new UsersListed(access(), "limit=50"),
                new UserViewed(access()),
                new KeysViewed(access()),
                new TrailRead(access(), "user_id=7"),
                new ActivityRead(access(), "activity&user_id=7"),
                new BotHealthChanged(access(), ROW, BotHealth.HEALTHY, BotHealth.UNHEALTHY, 12, 7, 5, 640L),
                new ActivityCounted(
                        USER,
                        3,
                        AT.truncatedTo(ChronoUnit.MINUTES),
                        AT.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60),
                        6,
                        5,
                        1,
                        1,
                        2,
                        List.of(0L, 2L, 2L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L),
                        20_310));
    }

    private static EventHead head(String kind) {
        return new EventHead(EventId.of(COMMAND, kind), COMMAND, USER, 1, AT, ACTOR, "req-1");
    }

    private static AccessHead access() {
        return new AccessHead(EventId.of(COMMAND, "access"), USER, AT, ACTOR, "req-1");
    }
}
