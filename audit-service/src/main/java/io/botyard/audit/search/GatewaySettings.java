package io.botyard.audit.search;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The gateway, whose tokens are accepted.
 *
 * @param jwksUrl where its public keys are; asked when a token comes with a key that is not known yet
 */
@ConfigurationProperties("botyard.gateway")
record GatewaySettings(URI jwksUrl) {}
