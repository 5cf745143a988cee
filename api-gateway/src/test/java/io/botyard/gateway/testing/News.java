package io.botyard.gateway.testing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.contract.Actor;
import io.botyard.contract.BotId;
import io.botyard.contract.BotProfile;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.CommandId;
import io.botyard.contract.EventId;
import io.botyard.contract.Json;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.UserId;
import io.botyard.contract.event.BotAccessed;
import io.botyard.contract.event.BotRemoved;
import io.botyard.contract.event.BotSuspended;
import io.botyard.contract.event.BotVerified;
import io.botyard.contract.event.CallError;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CommandRefused;
import io.botyard.contract.event.EventHead;
import io.botyard.testkit.Actors;
import java.time.Instant;

/** What a worker says of its own accord. The row of a bot is its user's id and 1000, unless told otherwise. */
public final class News {

    /** Must reach nobody. */
    public static final String TEXT = "a text of somebody's";

    private static final Instant AT = Instant.parse("2026-11-24T02:15:30.123Z");
    private static final BotId BOT = new BotId(4711);

    private News() {}

    public static BotVerified verified(long user, long row, long version) {
        return new BotVerified(
                head(user, version, Actors.user(user)),
                new BotRowId(row),
                BotStatus.ACTIVE,
                new BotProfile(BOT, "a_bot", TEXT, true));
    }

    public static BotSuspended suspended(long user, long row, long version, Actor by) {
        return new BotSuspended(head(user, version, by), new BotRowId(row), BotStatus.ACTIVE, TEXT);
    }

    public static BotAccessed accessed(long user, long row, long version, Actor by) {
        return new BotAccessed(head(user, version, by), new BotRowId(row), BOT, null, null);
    }

    public static BotRemoved removed(long user, long row, long version) {
        return new BotRemoved(head(user, version, Actors.user(user)), new BotRowId(row), BOT);
    }

    public static CommandRefused refused(long user) {
        return new CommandRefused(
                head(user, 0, Actors.user(user)), "register_bot", new Refusal(RefusalCode.BOT_ALREADY_EXISTS, TEXT));
    }

    public static CallSucceeded succeeded(long user) {
        return new CallSucceeded(
                head(user, 1, Actors.user(user)), call(user), new Json("{\"text\":\"" + TEXT + "\"}"), false, false);
    }

    public static CallFailed failed(long user) {
        return new CallFailed(
                head(user, 1, Actors.user(user)), call(user), new CallError(CallError.TELEGRAM_REFUSED, TEXT, null));
    }

    private static CallHead call(long user) {
        return new CallHead(new BotRowId(user + 1000), "sendMessage", "5", 1);
    }

    private static EventHead head(long user, long version, Actor actor) {
        var command = new CommandId(UuidCreator.getTimeOrderedEpoch());
        return new EventHead(EventId.of(command, "news"), command, new UserId(user), version, AT, actor, "news");
    }
}
