package io.botyard.gateway.bots.dispatch;

import io.botyard.contract.command.BotCommand;
import java.util.function.Consumer;

/**
 * A command ready to be sent.
 *
 * @param admission takes what it costs its caller, or turns them away; once, before it is sent
 */
public record Order(BotCommand command, Consumer<Asking> admission) {

    /** For a command that costs nothing. */
    public static Order free(BotCommand command) {
        return new Order(command, asking -> {});
    }
}
