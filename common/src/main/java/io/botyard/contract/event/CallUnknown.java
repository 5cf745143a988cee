package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Telegram was asked and did not answer: it may have acted or not, and nobody can tell. */
public record CallUnknown(
        @JsonUnwrapped EventHead head, @JsonUnwrapped CallHead call, String message) implements CallOutcome {}
