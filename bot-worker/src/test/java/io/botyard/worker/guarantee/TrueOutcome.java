package io.botyard.worker.guarantee;

import io.botyard.contract.event.CallExpired;
import io.botyard.contract.event.CallFailed;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallRefused;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.sandbox.ledger.Call;
import java.util.ArrayList;
import java.util.List;

/** The outcome that counts says what Telegram did: only {@code unknown} leaves it open. */
final class TrueOutcome implements Guarantee {

    @Override
    public List<String> broken(History history) {
        var broken = new ArrayList<String>();
        for (var accepted : history.calls()) {
            var call = accepted.message().commandId();
            var arrived = history.ledger(call);
            history.outcomesOf(call).stream()
                    .findFirst()
                    .filter(outcome -> !isTrue(outcome, arrived))
                    .ifPresent(outcome -> broken.add("call " + call + " of user "
                            + accepted.message().userId() + " ended as "
                            + outcome.getClass().getSimpleName() + " at "
                            + outcome.head().at()
                            + ", but Telegram's ledger says " + arrived));
        }
        return broken;
    }

    private static boolean isTrue(CallOutcome outcome, List<Call> arrived) {
        return switch (outcome) {
            case CallSucceeded _ -> arrived.stream().anyMatch(Acts::acted);
            case CallFailed _ -> arrived.stream().noneMatch(Acts::acted);
            case CallRefused _, CallExpired _ -> arrived.stream().noneMatch(Acts::acted);
            case CallUnknown _ -> true;
        };
    }
}
