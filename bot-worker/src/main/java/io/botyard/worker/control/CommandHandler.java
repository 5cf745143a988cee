package io.botyard.worker.control;

import io.botyard.contract.command.ControlCommand;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import java.util.Optional;

/** Decides what a command comes to, from the user's bot as it is in the current transaction. */
interface CommandHandler<C extends ControlCommand> {

    Decision handle(C command, Optional<Bot> bot);
}
