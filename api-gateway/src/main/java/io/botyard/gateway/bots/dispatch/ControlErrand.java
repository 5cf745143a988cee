package io.botyard.gateway.bots.dispatch;

import io.botyard.contract.CommandId;
import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.UserId;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.command.Origin;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.CommandFailed;
import io.botyard.contract.event.CommandRefused;
import io.botyard.gateway.access.CountedBy;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.access.TooFast;
import io.botyard.gateway.operations.Listening;
import io.botyard.gateway.operations.Replies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A change of a bot, answered like a plain REST call when it is done within five seconds. */
public final class ControlErrand<E extends BotEvent> implements Errand<BotEvent> {

    /** How long control commands are waited for unless the client prefers otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A worker that has as many of a user's commands as it may gets through them in no time. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final UserId owner;
    private final Function<Origin, ControlCommand> making;
    private final Class<E> type;
    private final Function<E, Reply> telling;

    /** {@code type} is the event that tells of the change. */
    public ControlErrand(
            UserId owner, Function<Origin, ControlCommand> making, Class<E> type, Function<E, Reply> telling) {
        this.owner = owner;
        this.making = making;
        this.type = type;
        this.telling = telling;
    }

    @Override
    public UserId owner() {
        return owner;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Order order(Origin origin) {
        return Order.free(making.apply(origin));
    }

    @Override
    public Listening<BotEvent> listen(Replies replies, CommandId command) {
        return replies.expect(command, BotEvent.class);
    }

    @Override
    public Reply told(BotEvent end, Instant acceptedAt) {
        return telling.apply(type.cast(done(end)));
    }

    /** What a control command led to, unless that is a refusal or a fault of ours, which end the request. */
    public static BotEvent done(BotEvent event) {
        return switch (event) {
            case CommandRefused refused -> throw rejection(refused.refusal());
            case CommandFailed _ -> throw Rejection.of(ProblemCode.INTERNAL_ERROR);
            default -> event;
        };
    }

    private static Rejection rejection(Refusal refusal) {
        var code = ProblemCode.valueOf(refusal.code().name());
        return refusal.code() == RefusalCode.TOO_MANY_REQUESTS
                ? Rejection.tooFast(code, new TooFast(CountedBy.BOT, SOON, List.of()))
                : Rejection.of(code, refusal.message());
    }
}
