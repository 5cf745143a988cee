package io.botyard.worker.control;

import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.command.VerifyBot;
import io.botyard.worker.bot.Bot;
import io.botyard.worker.bot.Decision;
import io.botyard.worker.bot.Identification;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Change;
import io.botyard.worker.store.Changes;
import io.botyard.worker.store.Lease;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries out control commands: each once, in a transaction of its own, and the fleet knows before anybody is told. */
@Component
public class Control {

    private final Changes changes;
    private final Fleet fleet;
    private final RegisterBotHandler registerBot;
    private final VerifyBotHandler verifyBot;
    private final RemoveBotHandler removeBot;

    Control(
            Changes changes,
            Fleet fleet,
            RegisterBotHandler registerBot,
            VerifyBotHandler verifyBot,
            RemoveBotHandler removeBot) {
        this.changes = changes;
        this.fleet = fleet;
        this.registerBot = registerBot;
        this.verifyBot = verifyBot;
        this.removeBot = removeBot;
    }

    public Change carryOut(Lease lease, ControlCommand command) {
        return known(command, changes.once(lease, command, bot -> decide(command, bot)));
    }

    /** The second step of a verification, once Telegram has answered. */
    public Change answered(Lease lease, VerifyBot command, Identification identification) {
        return known(command, changes.once(lease, command, bot -> verifyBot.answered(command, identification, bot)));
    }

    private Decision decide(ControlCommand command, Optional<Bot> bot) {
        return switch (command) {
            case RegisterBot register -> registerBot.handle(register, bot);
            case VerifyBot verify -> verifyBot.handle(verify, bot);
            case RemoveBot remove -> removeBot.handle(remove, bot);
        };
    }

    private Change known(ControlCommand command, Change change) {
        if (change instanceof Change.Kept(var bot, var _)) {
            fleet.changed(command.userId(), bot);
        }
        return change;
    }
}
