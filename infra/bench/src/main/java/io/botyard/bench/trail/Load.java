package io.botyard.bench.trail;

import com.github.f4b6a3.uuid.UuidCreator;
import io.botyard.bench.measure.Rounds;
import io.botyard.contract.BotRowId;
import io.botyard.contract.BotStatus;
import io.botyard.contract.CommandId;
import io.botyard.contract.EventId;
import io.botyard.contract.Json;
import io.botyard.contract.Message;
import io.botyard.contract.UserId;
import io.botyard.contract.event.AccessEvent;
import io.botyard.contract.event.AccessHead;
import io.botyard.contract.event.BotBacklogFilled;
import io.botyard.contract.event.BotRateLimited;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.EventHead;
import io.botyard.contract.event.RequestDenied;
import io.botyard.contract.event.UserLoggedIn;
import io.botyard.contract.wire.Topic;
import io.botyard.testkit.Actors;
import java.time.Instant;

/**
 * What is to be kept: 300 000 records of 1 000 users, whose turn it is one after the other.
 *
 * @param entryInSo one record in so many is an entry of a trail, the others are outcomes of calls
 */
record Load(String name, int entryInSo) {

    static final Load ENTRIES = new Load("all entries of trails", 1);
    static final Load OUTCOMES = new Load("outcomes, a tenth entries", 10);
    static final int RECORDS = Rounds.share(300_000);

    private static final int USERS = 1_000;
    private static final Instant BEGAN = Instant.parse("2026-11-01T00:00:00Z");
    private static final String RESULT =
            "{\"message_id\":4711,\"date\":1795000000,\"chat\":{\"id\":99,\"type\":\"private\"},\"text\":\"Hello\"}";

    /** The record with a number. */
    Message message(int number) {
        var user = 1 + number % USERS;
        return number % entryInSo == 0 ? entry(number, user) : outcome(user);
    }

    static Topic topic(Message message) {
        return switch (message) {
            case CallOutcome _ -> Topic.BOT_OUTCOMES;
            case AccessEvent _ -> Topic.AUDIT_ACCESS;
            default -> Topic.BOT_EVENTS;
        };
    }

    /** None of these ends a command, so each is one row, as it is for whoever keeps no operations. */
    private Message entry(int number, long user) {
        var row = new BotRowId(user);
        return switch (number / entryInSo / USERS % 4) {
            case 0 -> new BotRateLimited(head(user, "bot_rate_limited"), row, BotStatus.RATE_LIMITED, BEGAN);
            case 1 -> new BotBacklogFilled(head(user, "bot_backlog_filled"), row, 1_000);
            case 2 -> new UserLoggedIn(access(user));
            default -> new RequestDenied(access(user), 429, "rate_limited", "sendMessage", 1);
        };
    }

    private static Message outcome(long user) {
        return new CallSucceeded(
                head(user, CallOutcome.KIND),
                new CallHead(new BotRowId(user), "sendMessage", "99", 1),
                new Json(RESULT),
                false,
                false);
    }

    private static AccessHead access(long user) {
        var id = new EventId(UuidCreator.getTimeOrderedEpoch());
        return new AccessHead(id, new UserId(user), BEGAN, Actors.user(user), "req-" + id);
    }

    private static EventHead head(long user, String kind) {
        var command = new CommandId(UuidCreator.getTimeOrderedEpoch());
        return new EventHead(
                EventId.of(command, kind), command, new UserId(user), 1, BEGAN, Actors.user(user), "req-" + command);
    }
}
