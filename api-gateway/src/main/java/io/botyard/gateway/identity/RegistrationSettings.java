package io.botyard.gateway.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who makes accounts.
 *
 * @param open anybody may; otherwise registration answers {@code registration_closed}
 */
@ConfigurationProperties("botyard.gateway.registration")
record RegistrationSettings(boolean open) {}
