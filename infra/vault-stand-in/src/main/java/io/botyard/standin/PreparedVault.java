package io.botyard.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A Vault as an operator prepares it: the key that tokens are sealed under, and Botyard's own policies. */
public final class PreparedVault implements AutoCloseable {

    public static final String KEY = "botyard-tokens";

    /** A policy for tests that are not about policies. */
    public static final String EVERYTHING = "everything";

    /** Seen from the modules beside {@code infra}. */
    private static final Path POLICIES = Path.of("../infra/vault");

    private static final Duration DAY = Duration.ofDays(1);

    private final Path directory;
    private final VaultStandIn server;
    private final Namespace namespace;

    private PreparedVault(Path directory, VaultStandIn server, Namespace namespace) {
        this.directory = directory;
        this.server = server;
        this.namespace = namespace;
    }

    /**
     * A new one.
     *
     * @param directory for the files with tokens
     */
    public static PreparedVault in(Path directory) {
        var server = VaultStandIn.start();
        return prepared(directory, server, server.root());
    }

    /** The same behind TLS. */
    public static PreparedVault in(Path directory, SSLContext tls) {
        var server = VaultStandIn.start(tls);
        return prepared(directory, server, server.root());
    }

    /** The same in a namespace; outside of it nothing is known. */
    public static PreparedVault in(Path directory, String namespace) {
        var server = VaultStandIn.start();
        return prepared(directory, server, server.namespace(namespace));
    }

    private static PreparedVault prepared(Path directory, VaultStandIn server, Namespace namespace) {
        namespace.createKey(KEY);
        namespace.policy(EVERYTHING, """
                path "transit/*" { capabilities = ["read", "update"] }
                """);
        Stream.of("gateway", "worker", "operator").forEach(service -> namespace.policy(service, policyOf(service)));
        return new PreparedVault(directory, server, namespace);
    }

    /** What is known in it. */
    public Namespace namespace() {
        return namespace;
    }

    public VaultStandIn server() {
        return server;
    }

    /** A file with a token that has these policies. */
    public Path tokenOf(String... policies) {
        var together = String.join("-and-", policies);
        if (policies.length > 1) {
            namespace.policy(
                    together, Stream.of(policies).map(PreparedVault::policyOf).collect(Collectors.joining()));
        }
        return file("token-of-" + together, namespace.token(together, DAY));
    }

    /** A file beside those. */
    public Path file(String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String policyOf(String service) {
        try {
            return Files.readString(POLICIES.resolve(service + ".hcl"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
