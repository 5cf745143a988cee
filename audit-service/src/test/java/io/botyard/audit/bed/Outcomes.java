package io.botyard.audit.bed;

import io.botyard.contract.BotRowId;
import io.botyard.contract.Json;
import io.botyard.contract.event.CallHead;
import io.botyard.contract.event.CallOutcome;
import io.botyard.contract.event.CallSucceeded;
import io.botyard.contract.event.CallUnknown;
import io.botyard.testkit.Actors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Outcomes of many calls of some users, some of which are told twice. */
public final class Outcomes {
    private static final int TOLD_TWICE = 10;

    private Outcomes() {}

    /** So many calls that succeeded, and every tenth outcome once more, somewhere after. */
    public static CallOutcome[] manyOf(int users, int calls, Instant at, long seed) {
        var outcomes = new ArrayList<CallOutcome>();
        var again = new ArrayList<CallOutcome>();
        for (var call = 0; call < calls; call++) {
            var outcome = succeeded(1 + call % users, at);
            outcomes.add(outcome);
            if (call % TOLD_TWICE == 0) {
                again.add(outcome);
            }
        }
        Collections.shuffle(again, new Random(seed));
        outcomes.addAll(again);
        return outcomes.toArray(CallOutcome[]::new);
    }

    public static List<CallOutcome> failures(long user, int calls, Instant at) {
        var outcomes = new ArrayList<CallOutcome>();
        for (var call = 0; call < calls; call++) {
            var head = Happenings.head(Happenings.newCommand(), CallOutcome.KIND, Actors.user(user), at);
            outcomes.add(new CallUnknown(head, call(), "no answer"));
        }
        return outcomes;
    }

    private static CallSucceeded succeeded(long user, Instant at) {
        var head = Happenings.head(Happenings.newCommand(), CallOutcome.KIND, Actors.user(user), at);
        return new CallSucceeded(head, call(), new Json("true"), false, false);
    }

    private static CallHead call() {
        return new CallHead(new BotRowId(7), "sendMessage", "99", 1, null, 1, 40L);
    }
}
