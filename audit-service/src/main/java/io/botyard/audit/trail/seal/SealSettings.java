package io.botyard.audit.trail.seal;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How trails are signed.
 *
 * @param keys the directory of the keys, the same for all instances; what is missing in it is made
 * @param every how often what was recorded is signed; more often only while very much is recorded
 */
@ConfigurationProperties("botyard.audit.heads")
record SealSettings(Path keys, @DefaultValue("60s") Duration every) {
    /** A verification suspects what has waited for its signature much longer than this. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    SealSettings {
        if (every.isNegative() || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("botyard.audit.heads.every is 0 to 5 minutes: " + every);
        }
    }
}
