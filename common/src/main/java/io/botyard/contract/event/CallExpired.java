package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Its time ran out before Telegram could be asked. */
public record CallExpired(
        @JsonUnwrapped EventHead head, @JsonUnwrapped CallHead call) implements CallOutcome {}
