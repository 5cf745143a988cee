package io.botyard.gateway.identity.key;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The gateways' own keys.
 *
 * @param directory the same for all gateways of a deployment; what is missing in it is made
 */
@ConfigurationProperties("botyard.gateway.keys")
public record KeySettings(Path directory) {}
