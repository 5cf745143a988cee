package io.botyard.secret.vault;

import java.nio.file.Path;

/** How a service shows Vault who it is. What is secret about it is read from a file each time, so it can be replaced. */
public sealed interface VaultLogin {

    /**
     * A token that somebody else has made.
     *
     * @param file holds the token
     */
    record Token(Path file) implements VaultLogin {}

    /**
     * The AppRole method.
     *
     * @param mount where it is mounted, such as {@code approle}
     * @param secretId a file that holds the secret id
     */
    record AppRole(String mount, String roleId, Path secretId) implements VaultLogin {}

    /**
     * The Kubernetes method.
     *
     * @param mount where it is mounted, such as {@code kubernetes}
     * @param serviceAccount a file that holds the service account's token
     */
    record Kubernetes(String mount, String role, Path serviceAccount) implements VaultLogin {}
}
