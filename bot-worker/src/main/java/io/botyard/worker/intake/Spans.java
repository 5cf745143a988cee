package io.botyard.worker.intake;

import io.botyard.contract.command.BotCommand;
import io.botyard.contract.command.CallMethod;
import io.botyard.tracing.Span;

/** What a trace says of a command: whose it is and what it asks for, and nothing of what is in it. */
final class Spans {

    private Spans() {}

    static Span about(Span span, BotCommand command) {
        span.put("botyard.command_id", command.commandId().toString())
                .put("botyard.command", command.kind())
                .put("user.id", command.userId().toString());
        return command instanceof CallMethod call ? span.put("telegram.method", call.method()) : span;
    }
}
