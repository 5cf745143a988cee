package io.botyard.gateway.bots;

import io.botyard.contract.CommandId;
import io.botyard.contract.UserId;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.Origin;
import io.botyard.contract.event.CallOutcome;
import io.botyard.gateway.access.Standing;
import io.botyard.gateway.bots.dispatch.Errand;
import io.botyard.gateway.bots.dispatch.Order;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.commands.Seals;
import io.botyard.gateway.operations.Listening;
import io.botyard.gateway.operations.Operation;
import io.botyard.gateway.operations.Replies;
import java.time.Duration;
import java.time.Instant;

/** A call to Telegram, answered as an operation. */
final class CallErrand implements Errand<CallOutcome> {

    private final Standing standing;
    private final CurrentBot current;
    private final Admission admission;
    private final Seals seals;
    private final String method;
    private final CallParameters parameters;
    private final CallOptionsQuery query;

    CallErrand(
            Standing standing,
            CurrentBot current,
            Admission admission,
            Seals seals,
            String method,
            CallParameters parameters,
            CallOptionsQuery query) {
        this.standing = standing;
        this.current = current;
        this.admission = admission;
        this.seals = seals;
        this.method = method;
        this.parameters = parameters;
        this.query = query;
    }

    @Override
    public UserId owner() {
        return standing.user();
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public Order order(Origin origin) {
        var options = query.options(origin.acceptedAt());
        var bot = current.callable(standing.user());
        var body = parameters.secret() ? seals.body(standing.user(), parameters.body()) : parameters.body();
        var call = new CallMethod(origin, bot.id(), method, parameters.chatId().orElse(null), body, options);
        return new Order(call, asking -> admission.admit(standing, bot, asking));
    }

    @Override
    public Listening<CallOutcome> listen(Replies replies, CommandId command) {
        return replies.expect(command, CallOutcome.class);
    }

    @Override
    public Reply told(CallOutcome end, Instant acceptedAt) {
        return Reply.ok(Operation.finished(end, acceptedAt));
    }
}
