package io.botyard.worker.intake;

import io.botyard.contract.command.BotCommand;
import org.slf4j.MDC;

/** While it is open, whatever this thread says in a log is about this command. */
final class LogIds implements AutoCloseable {

    private static final String COMMAND = "command_id";
    private static final String USER = "user_id";
    private static final String REQUEST = "request_id";

    private LogIds() {}

    static LogIds of(BotCommand command) {
        MDC.put(COMMAND, command.commandId().toString());
        MDC.put(USER, command.userId().toString());
        MDC.put(REQUEST, command.origin().requestId());
        return new LogIds();
    }

    @Override
    public void close() {
        MDC.remove(COMMAND);
        MDC.remove(USER);
        MDC.remove(REQUEST);
    }
}
