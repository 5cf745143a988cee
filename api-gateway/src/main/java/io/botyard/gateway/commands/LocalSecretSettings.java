package io.botyard.gateway.commands;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keyset file that seals tokens where there is no Vault.
 *
 * @param keyset the same file for gateways and workers; made when it is missing
 */
@ConfigurationProperties("botyard.secret.local")
record LocalSecretSettings(Path keyset) {}
