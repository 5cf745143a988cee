package io.botyard.contract.event;

/** How a call ended. All outcomes of one call share one event id: the first by offset counts. */
public sealed interface CallOutcome extends CallEvent
        permits CallSucceeded, CallFailed, CallRefused, CallExpired, CallUnknown {

    /** What the id of every outcome is derived from. */
    String KIND = "outcome";
}
