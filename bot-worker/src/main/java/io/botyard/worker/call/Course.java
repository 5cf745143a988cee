package io.botyard.worker.call;

import io.botyard.contract.event.CallOutcome;
import io.botyard.worker.fleet.ResidentBot;
import io.botyard.worker.fleet.Turns;
import java.time.Instant;

/** Where a call stands after a step. */
sealed interface Course {

    Course ON = new On();

    /** There is more to do. */
    record On() implements Course {}

    /** Other calls of its bot go first; the turn is to be used or closed. */
    record Queued(Turns.Turn turn, ResidentBot bot) implements Course {}

    record Ended(CallOutcome outcome) implements Course {}

    /** It has to wait for longer than calls wait in memory. */
    record SetAside(Instant notBefore) implements Course {}
}
