package io.botyard.gateway.admin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.botyard.gateway.bots.StatusAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A bot as its user sees it, and where it runs.
 *
 * @param worker null while the partition changes hands
 */
record AdminStatusAnswer(
        @JsonUnwrapped StatusAnswer bot, @Nullable String worker, int partition) {}
