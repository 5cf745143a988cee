package io.botyard.audit.bed;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.contract.Actor;
import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.CommandId;
import io.botyard.contract.EventId;
import io.botyard.contract.Json;
import io.botyard.contract.Limits;
import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessHead;
import io.botyard.contract.event.BotRegistered;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.contract.event.EventHead;
import io.botyard.contract.event.LoginFailed;
import io.botyard.contract.event.UserLoggedIn;
import io.botyard.testkit.Actors;
import java.time.Instant;

/** What happened, as worker and gateway tell it. */
public final class Happenings {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private Happenings() {}

    public static CommandId newCommand() {
        return new CommandId(UuidCreator.getTimeOrderedEpoch());
    }

    public static EventHead head(CommandId command, long user, String kind) {
        return head(command, kind, Actors.user(user), NOON);
    }

    public static EventHead head(CommandId command, String kind, Actor actor, Instant at) {
        return new EventHead(EventId.of(command, kind), command, actor.id(), 1, at, actor, "req-" + command);
    }

    public static BotRegistered registered(CommandId command, long user) {
        return registered(head(command, user, "bot_registered"));
    }

    public static BotRegistered registered(EventHead head) {
        return new BotRegistered(head, new BotRowId(7), new BotId(4711), "a_bot", BotStatus.PENDING, Limits.DEFAULT);
    }

    public static BotVerified verified(CommandId command, long user) {
        return new BotVerified(
                head(command, user, "bot_verified"),
                new BotRowId(7),
                BotStatus.ACTIVE,
                new BotProfile(new BotId(4711), "a_bot", "A Bot", true));
    }

    public static CallSucceeded succeeded(CommandId command, long user, String result) {
        return new CallSucceeded(head(command, user, CallOutcome.KIND), call(1), new Json(result), false, false);
    }

    public static CallUnknown unknown(CommandId command, long user) {
        return new CallUnknown(head(command, user, CallOutcome.KIND), call(1), "no answer");
    }

    public static CallFailed failed(CommandId command, long user, CallError error) {
        return new CallFailed(head(command, user, CallOutcome.KIND), call(2), error);
    }

    public static CallHead call(int attempts) {
        return new CallHead(new BotRowId(7), "sendMessage", "99", attempts);
    }

    public static UserLoggedIn loggedIn(Actor actor) {
        return new UserLoggedIn(access(actor));
    }

    public static LoginFailed loginFailed(Actor actor) {
        return new LoginFailed(access(actor), "a".repeat(64));
    }

    private static AccessHead access(Actor actor) {
        return new AccessHead(
                new EventId(UuidCreator.getTimeOrderedEpoch()),
                new UserId(actor.id().value()),
                NOON,
                actor,
                "req-login");
    }
}
