package io.botyard.testkit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.contract.Actor;
import io.botyard.contract.BotId;
import io.botyard.contract.BotRowId;
import io.botyard.contract.Ceilings;
import io.botyard.contract.CommandId;
import io.botyard.contract.GatewayId;
import io.botyard.contract.Limits;
import io.botyard.contract.OnUnknown;
import io.botyard.contract.Priority;
import io.botyard.contract.SealedSecret;
import io.botyard.contract.UserId;
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
import io.botyard.contract.command.VerifyBot.TestMessage;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands as a gateway sends them, each with an id of its own, given by whoever may. */
public final class Commands {

    private static final long ADMIN = 900_001;

    private final Clock clock;
    private final @Nullable GatewayId replyTo;
    private final boolean keyed;
    private final Duration life;

    private Commands(Clock clock, @Nullable GatewayId replyTo, boolean keyed, Duration life) {
        this.clock = clock;
        this.replyTo = replyTo;
        this.keyed = keyed;
        this.life = life;
    }

    /** Accepted at this clock's time; nobody waits for an answer. */
    public static Commands by(Clock clock) {
        return new Commands(clock, null, false, Duration.ofDays(1));
    }

    /** The same, with somebody waiting at this gateway. */
    public Commands awaitedAt(GatewayId gateway) {
        return new Commands(clock, gateway, keyed, life);
    }

    /** The same, with calls that are worth making for so long. */
    public Commands expiringIn(Duration time) {
        return new Commands(clock, replyTo, keyed, time);
    }

    /** The same, from callers who gave idempotency keys and may have them sent again. */
    public Commands keyed() {
        return new Commands(clock, replyTo, true, life);
    }

    public RegisterBot registerBot(long user, long botId, SealedSecret token) {
        return new RegisterBot(origin(user), new BotId(botId), null, token, null, Limits.DEFAULT);
    }

    public VerifyBot verifyBot(long user, long botRow) {
        return new VerifyBot(origin(user), new BotRowId(botRow), null);
    }

    public VerifyBot verifyBot(long user, long botRow, TestMessage message) {
        return new VerifyBot(origin(user), new BotRowId(botRow), message);
    }

    public RemoveBot removeBot(long user) {
        return new RemoveBot(origin(user));
    }

    public ReplaceToken replaceToken(long user, long botRow, long botId, SealedSecret token) {
        return new ReplaceToken(origin(user), new BotRowId(botRow), new BotId(botId), token);
    }

    public ChangeRateLimits changeRateLimits(
            long user, long botRow, @Nullable String perSecond, @Nullable Integer atOnce) {
        return new ChangeRateLimits(origin(user), new BotRowId(botRow), decimal(perSecond), atOnce, null);
    }

    /** By an admin, like all that follow up to {@link #accessBot}. */
    public OverrideRateLimits overrideRateLimits(
            long user, @Nullable String perSecond, @Nullable Integer atOnce, Ceilings.Field... lifted) {
        return new OverrideRateLimits(
                adminsOrigin(user), new Ceilings(decimal(perSecond), atOnce), Set.of(lifted), null);
    }

    public SuspendBot suspendBot(long user) {
        return suspendBot(user, null);
    }

    public SuspendBot suspendBot(long user, @Nullable Long ifVersion) {
        return new SuspendBot(adminsOrigin(user), "It spams people.", ifVersion);
    }

    public ActivateBot activateBot(long user) {
        return activateBot(user, null);
    }

    public ActivateBot activateBot(long user, @Nullable Long ifVersion) {
        return new ActivateBot(adminsOrigin(user), ifVersion);
    }

    public AccessBot accessBot(long user, long botRow) {
        return new AccessBot(adminsOrigin(user), new BotRowId(botRow));
    }

    /** By a superadmin. */
    public RotateKeys rotateKeys() {
        return new RotateKeys(origin(UserId.PLATFORM.value(), Actors.superadmin(ADMIN)));
    }

    public CallMethod sendMessage(long user, long botRow, String chat, String text) {
        return callMethod(
                user, botRow, "sendMessage", chat, "{\"chat_id\":\"" + chat + "\",\"text\":\"" + text + "\"}");
    }

    /** A JSON call that is worth making for a day, unless said otherwise, and reports when nothing is known of it. */
    public CallMethod callMethod(long user, long botRow, String method, @Nullable String chat, String body) {
        return callMethod(
                user,
                botRow,
                method,
                chat,
                body,
                new CallOptions(Priority.INTERACTIVE, clock.instant().plus(life), OnUnknown.REPORT));
    }

    public CallMethod callMethod(
            long user, long botRow, String method, @Nullable String chat, String body, CallOptions options) {
        return new CallMethod(origin(user), new BotRowId(botRow), method, chat, CallBody.json(body), options);
    }

    public Origin origin(long user) {
        return origin(user, Actors.user(user));
    }

    private Origin adminsOrigin(long user) {
        return origin(user, Actors.admin(ADMIN));
    }

    private Origin origin(long user, Actor actor) {
        var id = new CommandId(UuidCreator.getTimeOrderedEpoch());
        return new Origin(id, new UserId(user), actor, "test-" + id, clock.instant(), replyTo, keyed);
    }

    private static @Nullable BigDecimal decimal(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }
}
