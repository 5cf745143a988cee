package io.botyard.worker.guarantee;

import java.util.ArrayList;
import java.util.List;

/** Every accepted call has exactly one terminal outcome: later records of it have the same id, so the first counts. */
final class OneOutcome implements Guarantee {

    @Override
    public List<String> broken(History history) {
        var broken = new ArrayList<String>();
        for (var accepted : history.calls()) {
            var call = accepted.message().commandId();
            var ids = history.outcomesOf(call).stream()
                    .map(outcome -> outcome.head().eventId())
                    .distinct()
                    .toList();
            if (ids.size() != 1) {
                broken.add("call " + call + " has the outcomes " + ids);
            }
        }
        return broken;
    }
}
