package io.botyard.audit.activity;

import org.jspecify.annotations.Nullable;

/**
 * Calls that ended within one piece of a bot's window.
 *
 * @param from in milliseconds since 1970
 * @param timed of how many it is known how long Telegram took
 */
public record Slot(long from, long sends, long failures, long timed, long latencyMs) {
    static Slot at(long from) {
        return new Slot(from, 0, 0, 0, 0);
    }

    Slot with(boolean failed, @Nullable Long tookMs) {
        return new Slot(
                from,
                sends + 1,
                failures + (failed ? 1 : 0),
                timed + (tookMs == null ? 0 : 1),
                latencyMs + (tookMs == null ? 0 : tookMs));
    }
}
