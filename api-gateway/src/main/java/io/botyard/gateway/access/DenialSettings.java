package io.botyard.gateway.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How denials are told of.
 *
 * @param together what is denied like another within this time is told in one record
 */
@ConfigurationProperties("botyard.gateway.denials")
record DenialSettings(@DefaultValue("1m") Duration together) {

    DenialSettings {
        if (!together.isPositive()) {
            throw new IllegalArgumentException("botyard.gateway.denials.together is positive: " + together);
        }
    }
}
