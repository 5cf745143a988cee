package io.botyard.worker.control;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What becomes of old keys.
 *
 * @param retireAfter how long a rotation has ended before the keys before it may be retired: longer than a gateway may
 *     stand still between sealing a token and sending it
 */
@Validated
@ConfigurationProperties("botyard.worker.keys")
record KeySettings(@DefaultValue("10m") Duration retireAfter) {}
