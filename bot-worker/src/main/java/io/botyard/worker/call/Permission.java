package io.botyard.worker.call;

import io.botyard.contract.Refusal;
import io.botyard.contract.RefusalCode;
import io.botyard.contract.ReservedMethods;
import io.botyard.contract.command.CallMethod;
import io.botyard.worker.fleet.Fleet;
import io.botyard.worker.fleet.ResidentBot;
import java.util.Optional;

/** Whether a call may be made, by the bot as it is this instant. */
final class Permission {

    /** The bot that may make the call, or why none may. */
    sealed interface Ruling {

        record Granted(ResidentBot bot) implements Ruling {}

        record Denied(Refusal refusal) implements Ruling {}
    }

    private final Fleet fleet;

    Permission(Fleet fleet) {
        this.fleet = fleet;
    }

    Ruling on(CallMethod call) {
        if (ReservedMethods.contains(call.method())) {
            return denied(RefusalCode.METHOD_RESERVED, call.method() + " is Botyard's own to call.");
        }
        var seen = fleet.of(call.userId()).filter(bot -> bot.bot().id().equals(call.id()));
        if (seen.isEmpty()) {
            return denied(RefusalCode.BOT_REMOVED, "The bot this call was accepted for has been removed.");
        }
        Optional<Refusal> refusal = seen.get().bot().state().refusesCalls();
        return refusal.<Ruling>map(Ruling.Denied::new).orElseGet(() -> new Ruling.Granted(seen.get()));
    }

    private static Ruling denied(RefusalCode code, String message) {
        return new Ruling.Denied(new Refusal(code, message));
    }
}
