package io.botyard.secret.vault;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A setting that is missing is named. */
class VaultOptionsTest {

    private static final Path FILE = Path.of("token");

    @Test
    void whatIsMissingIsNamed() {
        refused("set botyard.secret.vault.addresses", options(null, FILE, null, null));
        refused("set one of botyard.secret.vault.token-file", options(address(), null, null, null));
        refused(
                "set botyard.secret.vault.app-role.role-id",
                options(address(), null, new VaultOptions.AppRole(null, null, FILE), null));
        refused(
                "set botyard.secret.vault.app-role.secret-id-file",
                options(address(), null, new VaultOptions.AppRole(null, "worker", null), null));
        refused(
                "set botyard.secret.vault.kubernetes.role",
                options(address(), null, null, new VaultOptions.Kubernetes(null, null, null)));
    }

    @Test
    void thereIsOneWayToLogIn() {
        refused(
                "set one of botyard.secret.vault.token-file",
                options(address(), FILE, null, new VaultOptions.Kubernetes(null, "worker", null)));
    }

    private static void refused(String message, VaultOptions options) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.open(Clock.systemUTC()))
                .withMessageStartingWith(message);
    }

    private static List<URI> address() {
        return List.of(URI.create("https://vault:8200"));
    }

    private static VaultOptions options(
            @Nullable List<URI> addresses,
            @Nullable Path tokenFile,
            VaultOptions.@Nullable AppRole appRole,
            VaultOptions.@Nullable Kubernetes kubernetes) {
        return new VaultOptions(addresses, null, null, null, null, null, tokenFile, appRole, kubernetes);
    }
}
