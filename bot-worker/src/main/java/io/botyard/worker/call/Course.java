package io.botyard.worker.call;

import io.botyard.contract.event.CallOutcome;
import java.time.Instant;

/** Where a call stands after a step. */
sealed interface Course {

    Course ON = new On();

    /** There is more to do. */
    record On() implements Course {}

    record Ended(CallOutcome outcome) implements Course {}

    /** It has to wait for longer than calls wait in memory. */
    record SetAside(Instant notBefore) implements Course {}
}
