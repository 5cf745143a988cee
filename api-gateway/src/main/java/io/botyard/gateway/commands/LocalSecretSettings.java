package io.botyard.gateway.commands;

import io.botyard.secret.TokenSealer;
import io.botyard.secret.local.LocalTokenCipher;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keyset file that seals tokens where there is no Vault.
 *
 * @param keyset the same file for gateways and workers; made when it is missing
 * @param standalone whether one process runs everything, which is what the file is for
 */
@ConfigurationProperties("botyard.secret.local")
record LocalSecretSettings(Path keyset, boolean standalone) {

    TokenSealer open() {
        return standalone ? LocalTokenCipher.open(keyset) : LocalTokenCipher.openDeployed(keyset);
    }
}
