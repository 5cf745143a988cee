package io.botyard.worker.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call before it is carried out here.
 *
 * @param stillRunningFor how long an earlier owner may still be making it; none when nobody began
 */
public record Started(@Nullable Duration stillRunningFor) {

    public static final Started NOT = new Started(null);
}
