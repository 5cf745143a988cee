package io.botyard.worker.guarantee;

import io.botyard.contract.event.BotRemoved;
import java.util.ArrayList;
import java.util.List;

/** A call accepted for a bot that has been removed since is not made, also when the user has another bot. */
final class RemovedIsGone implements Guarantee {

    @Override
    public List<String> broken(History history) {
        var broken = new ArrayList<String>();
        for (var event : history.events()) {
            if (event.message() instanceof BotRemoved removed) {
                var from = event.at().plus(SuspensionHolds.ON_THE_WAY);
                history.ledger().stream()
                        .filter(call -> call.at().isAfter(from)
                                && history.acceptedAs(call)
                                        .filter(accepted ->
                                                accepted.message().id().equals(removed.id()))
                                        .isPresent())
                        .map(call -> "bot row " + removed.id() + ", removed at " + event.at() + ": seq " + call.seq()
                                + " came at " + call.at())
                        .forEach(broken::add);
            }
        }
        return broken;
    }
}
