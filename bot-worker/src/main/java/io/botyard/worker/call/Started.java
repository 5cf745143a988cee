package io.botyard.worker.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call before it is carried out here.
 *
 * @param stillRunningFor how long an earlier owner may still be making it; none when nobody began
 * @param attempts how often Telegram has been asked
 * @param throttled how often it has answered 429
 * @param mayBeDone one of them may have acted
 */
public record Started(@Nullable Duration stillRunningFor, int attempts, int throttled, boolean mayBeDone) {

    public static final Started NOT = new Started(null, 0, 0, false);
}
