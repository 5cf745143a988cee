package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Telegram said no, or could not be reached in time. */
public record CallFailed(
        @JsonUnwrapped EventHead head, @JsonUnwrapped CallHead call, CallError error) implements CallOutcome {}
