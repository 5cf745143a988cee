package io.botyard.worker.guarantee;

import io.botyard.contract.OnUnknown;
import io.botyard.contract.command.CallMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Telegram acts at most once on a call, unless its caller or its method allows more. */
final class NothingDoubled implements Guarantee {

    /** Of the methods in a round, those that may be repeated. */
    private static final Set<String> REPEATABLE = Set.of("sendChatAction", "setMyShortDescription");

    @Override
    public List<String> broken(History history) {
        var broken = new ArrayList<String>();
        for (var accepted : history.calls()) {
            var call = accepted.message();
            var acts = history.ledger(call.commandId()).stream()
                    .filter(Acts::acted)
                    .toList();
            if (acts.size() > 1 && !mayBeDoubled(call)) {
                broken.add("call " + call.commandId() + " was made " + acts.size() + " times: " + acts);
            }
        }
        return broken;
    }

    private static boolean mayBeDoubled(CallMethod call) {
        return call.options().onUnknown() == OnUnknown.RETRY || REPEATABLE.contains(call.method());
    }
}
