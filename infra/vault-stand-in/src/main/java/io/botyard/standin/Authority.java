package io.botyard.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Whose word for it that a server is who it says: a certificate authority, made by the JDK's own keytool. */
public final class Authority {

    private static final String PASSWORD = "of-a-test";
    private static final String SELF = "authority";
    private static final long PATIENCE_SECONDS = 60;

    private final Path directory;
    private final String name;
    private final Path keys;
    private final Map<String, SSLContext> servers = new HashMap<>();

    private Authority(Path directory, String name) {
        this.directory = directory;
        this.name = name;
        this.keys = directory.resolve(name + ".p12");
    }

    /** A new one, with its files in this directory. */
    public static Authority in(Path directory, String name) {
        var authority = new Authority(directory, name);
        authority.makePair(SELF, "-ext", "bc:critical=ca:true");
        authority.keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                SELF,
                "-file",
                authority.certificate().toString());
        return authority;
    }

    /** Its own certificate in PEM. */
    public Path certificate() {
        return directory.resolve(name + ".pem");
    }

    /**
     * What a server needs to speak TLS by this authority's word.
     *
     * @param server who the certificate says it is, such as {@code ip:127.0.0.1} or {@code dns:vault.example.org}
     */
    public SSLContext vouchingFor(String server) {
        return servers.computeIfAbsent(server, this::made);
    }

    private SSLContext made(String server) {
        makePair(server, "-signer", SELF, "-ext", "san=" + server);
        try (var stored = Files.newInputStream(keys)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(stored, PASSWORD.toCharArray());
            for (var alias : Collections.list(store.aliases())) {
                if (!alias.equals(server)) {
                    store.deleteEntry(alias);
                }
            }
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void makePair(String alias, String... more) {
        var arguments = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
        arguments.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
        arguments.addAll(List.of(more));
        keytool(arguments.toArray(String[]::new));
    }

    private void keytool(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
        var log = directory.resolve(name + "-keytool.log");
        try {
            var keytool = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                keytool.destroyForcibly();
                throw new IllegalStateException("keytool does not end");
            }
            if (keytool.exitValue() != 0) {
                throw new IllegalStateException(Files.readString(log));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
