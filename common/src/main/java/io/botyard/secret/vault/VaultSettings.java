package io.botyard.secret.vault;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Vault is, and which key seals.
 *
 * @param addresses of one Vault's servers, such as {@code https://vault-1:8200}; asked in this order until one answers
 * @param namespace of Vault Enterprise, if any
 * @param transit where the transit engine is mounted
 * @param key the name of a derived key of type aes256-gcm96
 * @param caFile certificates in PEM that servers are trusted by, instead of the JDK's own
 * @param timeout of one request to one server, from connecting to the last byte
 */
public record VaultSettings(
        List<URI> addresses,
        @Nullable String namespace,
        String transit,
        String key,
        @Nullable Path caFile,
        Duration timeout) {

    public VaultSettings {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no address of Vault is given");
        }
    }
}
