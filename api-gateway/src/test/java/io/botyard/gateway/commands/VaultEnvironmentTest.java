package io.botyard.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import io.botyard.secret.vault.VaultOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What operators are told of the environment: a setting's name in capitals, with underscores between its words. */
class VaultEnvironmentTest {

    @Test
    void everySettingOfVaultCanBeGivenByTheEnvironment() {
        var options = bound(Map.ofEntries(
                Map.entry("ADDRESSES", "https://vault-1:8200,https://vault-2:8200"),
                Map.entry("NAMESPACE", "teams/bots"),
                Map.entry("TRANSIT", "a-mount"),
                Map.entry("KEY", "a-key"),
                Map.entry("CA_FILE", "/a/ca.pem"),
                Map.entry("TIMEOUT", "3s"),
                Map.entry("TOKEN_FILE", "/a/token"),
                Map.entry("APP_ROLE_MOUNT", "an-approle"),
                Map.entry("APP_ROLE_ROLE_ID", "a-role-id"),
                Map.entry("APP_ROLE_SECRET_ID_FILE", "/a/secret-id"),
                Map.entry("KUBERNETES_MOUNT", "a-cluster"),
                Map.entry("KUBERNETES_ROLE", "a-role"),
                Map.entry("KUBERNETES_TOKEN_FILE", "/a/jwt")));
        assertThat(options)
                .isEqualTo(new VaultOptions(
                        List.of(URI.create("https://vault-1:8200"), URI.create("https://vault-2:8200")),
                        "teams/bots",
                        "a-mount",
                        "a-key",
                        Path.of("/a/ca.pem"),
                        Duration.ofSeconds(3),
                        Path.of("/a/token"),
                        new VaultOptions.AppRole("an-approle", "a-role-id", Path.of("/a/secret-id")),
                        new VaultOptions.Kubernetes("a-cluster", "a-role", Path.of("/a/jwt"))));
    }

    private static VaultOptions bound(Map<String, String> settings) {
        var variables = new HashMap<String, Object>();
        settings.forEach((name, value) -> variables.put("BOTYARD_SECRET_VAULT_" + name, value));
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return Binder.get(environment)
                .bind(VaultOptions.PREFIX, VaultOptions.class)
                .get();
    }
}
