package io.botyard.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What makes a server one that talks over TLS alone.
 *
 * @param certificate the server's certificates in PEM
 * @param key the private key of the first of them in PEM, readable for its owner alone
 */
public record DatabaseSecurity(Path certificate, Path key) {

    private static final String HOSTS = "hostssl all all 127.0.0.1/32 scram-sha-256\n";

    /** A file beside the rows that says who may come in, and how: over TLS, with a password that is proven, not sent. */
    Path hosts(Path rows) {
        try {
            return Files.writeString(rows.resolveSibling(rows.getFileName() + ".hosts"), HOSTS);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot say who may come in", failure);
        }
    }
}
