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
    SealSettings {
        if (every.isNegative()) {
            throw new IllegalArgumentException("botyard.audit.heads.every is not negative: " + every);
        }
    }
}
