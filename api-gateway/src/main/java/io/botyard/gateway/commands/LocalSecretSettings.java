package io.botyard.gateway.commands;

import static java.util.Objects.requireNonNull;

import io.botyard.secret.TokenSealer;
import io.botyard.secret.local.LocalTokenCipher;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keyset file that seals tokens where there is no Vault.
 *
 * @param keyset the same file for gateways and workers; made when it is missing; none where there is a Vault
 * @param standalone whether one process runs everything, which is what the file is for
 */
@ConfigurationProperties("botyard.secret.local")
record LocalSecretSettings(@Nullable Path keyset, boolean standalone) {

    TokenSealer open() {
        var file = requireNonNull(keyset);
        return standalone ? LocalTokenCipher.open(file) : LocalTokenCipher.openDeployed(file);
    }
}
