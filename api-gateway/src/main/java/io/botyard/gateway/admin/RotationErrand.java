package io.botyard.gateway.admin;

import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.Origin;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.event.BotEvent;
import io.botyard.contract.event.KeysRotated;
import io.botyard.gateway.access.ProblemCode;
import io.botyard.gateway.access.Rejection;
import io.botyard.gateway.bots.dispatch.ControlErrand;
import io.botyard.gateway.bots.dispatch.Errand;
import io.botyard.gateway.bots.dispatch.Order;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.bots.store.KeyViews;
import io.botyard.gateway.operations.Listening;
import io.botyard.gateway.operations.Operation;
import io.botyard.gateway.operations.Replies;
import java.time.Duration;
import java.time.Instant;

/** A rotation of the keys: it takes its time, so it is waited for only by who says so. */
final class RotationErrand implements Errand<BotEvent> {

    private final KeyViews keys;

    RotationErrand(KeyViews keys) {
        this.keys = keys;
    }

    @Override
    public UserId owner() {
        return UserId.PLATFORM;
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    /** Sent again under its id, it may be the one that runs. */
    @Override
    public Order order(Origin origin) {
        keys.lastRotation()
                .filter(last -> last.finishedAt() == null && !last.command().equals(origin.commandId()))
                .ifPresent(running -> {
                    throw Rejection.of(ProblemCode.ROTATION_RUNNING);
                });
        return Order.free(new RotateKeys(origin));
    }

    @Override
    public Listening<BotEvent> listen(Replies replies, CommandId command) {
        return replies.expect(command, BotEvent.class);
    }

    @Override
    public Reply told(BotEvent end, Instant acceptedAt) {
        return Reply.ok(Operation.rotated((KeysRotated) ControlErrand.done(end), acceptedAt));
    }
}
