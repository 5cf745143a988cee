package io.botyard.worker.control;

import io.botyard.contract.command.ControlCommand;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Tenant;

/** Decides what a command comes to, from the user as they are in the current transaction. */
interface CommandHandler<C extends ControlCommand> {

    Decision handle(C command, Tenant tenant);
}
