package io.botyard.secret.vault;

import io.botyard.start.StartRefused;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Vault as an operator describes it, under {@value #PREFIX}. What is not said has the value that Vault's own documentation
 * uses; of the three ways to log in exactly one is said.
 *
 * @param addresses see {@link VaultSettings}, as are {@code namespace} and {@code caFile}; plain http only to this
 *     machine, since tokens go to Vault in clear
 * @param transit {@code transit} unless said
 * @param key {@code botyard-tokens} unless said
 * @param timeout 2 s unless said
 * @param tokenFile a file with a token that somebody made
 */
public record VaultOptions(
        @Nullable List<URI> addresses,
        @Nullable String namespace,
        @Nullable String transit,
        @Nullable String key,
        @Nullable Path caFile,
        @Nullable Duration timeout,
        @Nullable Path tokenFile,
        @Nullable AppRole appRole,
        @Nullable Kubernetes kubernetes) {

    public static final String PREFIX = "botyard.secret.vault";

    private static final Duration USUAL = Duration.ofSeconds(2);

    /**
     * The AppRole method.
     *
     * @param mount {@code approle} unless said
     */
    public record AppRole(
            @Nullable String mount,
            @Nullable String roleId,
            @Nullable Path secretIdFile) {

        private VaultLogin login() {
            return new VaultLogin.AppRole(
                    or(mount, "approle"),
                    said(roleId, "app-role.role-id"),
                    said(secretIdFile, "app-role.secret-id-file"));
        }
    }

    /**
     * The Kubernetes method.
     *
     * @param mount {@code kubernetes} unless said
     * @param tokenFile where Kubernetes mounts a service account's token, unless said
     */
    public record Kubernetes(
            @Nullable String mount,
            @Nullable String role,
            @Nullable Path tokenFile) {

        private static final Path MOUNTED = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

        private VaultLogin login() {
            return new VaultLogin.Kubernetes(
                    or(mount, "kubernetes"), said(role, "kubernetes.role"), or(tokenFile, MOUNTED));
        }
    }

    /**
     * The cipher that is described.
     *
     * @throws StartRefused when something is missing, said twice or not usable; the sentence names the setting
     */
    public VaultTokenCipher open(Clock clock) {
        var settings = new VaultSettings(
                servers(said(addresses == null || addresses.isEmpty() ? null : addresses, "addresses")),
                namespace,
                or(transit, "transit"),
                or(key, "botyard-tokens"),
                caFile,
                or(timeout, USUAL));
        return VaultTokenCipher.of(settings, login(), clock);
    }

    private static List<URI> servers(List<URI> addresses) {
        for (var address : addresses) {
            if (!isServer(address)) {
                throw new StartRefused(PREFIX + ".addresses: " + address
                        + " is not like https://vault-1:8200; plain http is for this machine alone");
            }
        }
        return addresses;
    }

    private static boolean isServer(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && Set.of("", "/").contains(address.getRawPath())
                && address.getRawQuery() == null
                && ("https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isHere(address)));
    }

    private static boolean isHere(URI address) {
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private VaultLogin login() {
        var logins = Stream.of(
                        tokenFile == null ? null : new VaultLogin.Token(tokenFile),
                        appRole == null ? null : appRole.login(),
                        kubernetes == null ? null : kubernetes.login())
                .filter(Objects::nonNull)
                .toList();
        if (logins.size() != 1) {
            throw new StartRefused("set one of " + PREFIX + ".token-file, " + PREFIX + ".app-role and " + PREFIX
                    + ".kubernetes, by which this service logs in to Vault");
        }
        return logins.getFirst();
    }

    private static <T> T said(@Nullable T value, String setting) {
        if (value == null) {
            throw new StartRefused("set " + PREFIX + "." + setting);
        }
        return value;
    }

    private static <T> T or(@Nullable T value, T usual) {
        return value == null ? usual : value;
    }
}
