package io.botyard.contract.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.contract.Json;

/**
 * Telegram did what was asked.
 *
 * @param resultOmitted the result was over 256 KiB and is left out
 * @param repeated the call was made again, and Telegram said that it was so already
 */
public record CallSucceeded(
        @JsonUnwrapped EventHead head,
        @JsonUnwrapped CallHead call,
        Json result,
        boolean resultOmitted,
        boolean repeated)
        implements CallOutcome {}
