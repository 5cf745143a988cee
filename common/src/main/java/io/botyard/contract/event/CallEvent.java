package io.botyard.contract.event;

/** What is said of a call: that it waits, or how it ended. */
public sealed interface CallEvent extends Event permits CallOutcome, CallParked {

    CallHead call();
}
