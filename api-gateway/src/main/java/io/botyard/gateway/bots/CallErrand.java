package io.botyard.gateway.bots;

import io.botyard.contract.UserId;
import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.contract.command.Origin;
import io.botyard.contract.event.CallOutcome;
import io.botyard.gateway.bots.dispatch.Errand;
import io.botyard.gateway.bots.dispatch.Reply;
import io.botyard.gateway.operations.Listening;
import io.botyard.gateway.operations.Operation;
import io.botyard.gateway.operations.Replies;
import java.time.Duration;

/** A call to Telegram, answered as an operation. */
final class CallErrand implements Errand<CallOutcome> {

    private final UserId owner;
    private final CurrentBot current;
    private final String method;
    private final CallParameters parameters;
    private final CallOptionsQuery query;

    CallErrand(UserId owner, CurrentBot current, String method, CallParameters parameters, CallOptionsQuery query) {
        this.owner = owner;
        this.current = current;
        this.method = method;
        this.parameters = parameters;
        this.query = query;
    }

    @Override
    public UserId owner() {
        return owner;
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public BotCommand command(Origin origin) {
        var options = query.options(origin.acceptedAt());
        var bot = current.callable(owner);
        return new CallMethod(origin, bot.id(), method, parameters.chatId().orElse(null), parameters.body(), options);
    }

    @Override
    public Listening<CallOutcome> listen(Replies replies, BotCommand command) {
        return replies.expect(command.commandId(), CallOutcome.class);
    }

    @Override
    public Reply told(CallOutcome end, BotCommand command) {
        return Reply.ok(Operation.finished(end, command.said()));
    }
}
