package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.Refusal;

/** A rule turned the call down before Telegram was asked. */
public record CallRefused(
        @JsonUnwrapped EventHead head, @JsonUnwrapped CallHead call, Refusal refusal) implements CallOutcome {}
