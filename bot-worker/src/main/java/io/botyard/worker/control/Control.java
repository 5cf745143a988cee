package io.botyard.worker.control;

import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.command.AccessBot;
import io.botyard.contract.command.ActivateBot;
import io.botyard.contract.command.ChangeRateLimits;
import io.botyard.contract.command.ControlCommand;
import io.botyard.contract.command.OverrideRateLimits;
import io.botyard.contract.command.RegisterBot;
import io.botyard.contract.command.RemoveBot;
import io.botyard.contract.command.ReplaceToken;
import io.botyard.contract.command.RotateKeys;
import io.botyard.contract.command.SuspendBot;
import io.botyard.contract.command.VerifyBot;
import io.botyard.worker.bot.Answered;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.store.Change;
import io.botyard.worker.store.Changes;
import io.botyard.worker.store.Lease;
import org.springframework.stereotype.Component;

/** Carries out control commands: each once, in a transaction of its own, and the fleet knows before anybody is told. */
@Component
public class Control {

    private static final Refusal TOO_MANY =
            new Refusal(RefusalCode.TOO_MANY_REQUESTS, "Too many commands of this user wait; try again.");

    private final Changes changes;
    private final Fleet fleet;
    private final Handlers handlers;

    Control(Changes changes, Fleet fleet, Handlers handlers) {
        this.changes = changes;
        this.fleet = fleet;
        this.handlers = handlers;
    }

    public Change carryOut(Lease lease, ControlCommand command) {
        return known(changes.once(lease, command, tenant -> switch (command) {
            case RegisterBot register -> handlers.registerBot().handle(register, tenant);
            case VerifyBot verify -> handlers.verifyBot().handle(verify, tenant);
            case RemoveBot remove -> handlers.removeBot().handle(remove, tenant);
            case ReplaceToken replace -> handlers.replaceToken().handle(replace, tenant);
            case ChangeRateLimits limits -> handlers.changeRateLimits().handle(limits, tenant);
            case OverrideRateLimits ceilings -> handlers.overrideRateLimits().handle(ceilings, tenant);
            case SuspendBot suspend -> handlers.suspendBot().handle(suspend, tenant);
            case ActivateBot activate -> handlers.activateBot().handle(activate, tenant);
            case AccessBot access -> handlers.accessBot().handle(access, tenant);
            case RotateKeys rotate -> handlers.rotateKeys().handle(rotate, tenant);
        }));
    }

    /** Turns a command down that would wait too long; a registration that comes to nothing anyway, for what it meets. */
    public Change refuse(Lease lease, ControlCommand command) {
        return changes.refused(
                lease,
                command,
                tenant -> command instanceof RegisterBot && tenant.bot().isPresent()
                        ? RegisterBotHandler.EXISTS
                        : TOO_MANY);
    }

    /** The second step of a command that had to ask, once Telegram has answered. */
    public Change answered(Lease lease, ControlCommand command, Answered answer) {
        return known(changes.once(lease, command, tenant -> switch (command) {
            case VerifyBot verify -> handlers.verifyBot().answered(verify, answer, tenant);
            case AccessBot access -> handlers.accessBot().answered(access, answer, tenant);
            case RegisterBot _,
                    RemoveBot _,
                    ReplaceToken _,
                    ChangeRateLimits _,
                    OverrideRateLimits _,
                    SuspendBot _,
                    ActivateBot _,
                    RotateKeys _ -> throw new IllegalArgumentException(command.kind() + " asks nothing of Telegram");
        }));
    }

    /** Also of what an earlier try committed: it may have been cut short before the fleet knew. */
    private Change known(Change change) {
        switch (change) {
            case Change.Kept(var tenant, var _) -> fleet.changed(tenant);
            case Change.Nothing(var tenant, var _) -> fleet.changed(tenant);
            case Change.AskTelegram() -> {}
        }
        return change;
    }
}
