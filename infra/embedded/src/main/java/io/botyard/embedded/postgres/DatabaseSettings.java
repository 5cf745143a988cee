package io.botyard.embedded.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a server keeps its rows and listens, on the loopback only.
 *
 * @param directory made and initialised when it is new
 * @param programs where PostgreSQL itself is unpacked to; may be shared
 * @param port {@code 0} for any; the one found then stays for restarts
 * @param password of the superuser {@code postgres}; it must be the one the directory was made with
 * @param security without TLS where there is none
 */
public record DatabaseSettings(
        Path directory,
        Path programs,
        int port,
        String password,
        @Nullable DatabaseSecurity security) {

    public DatabaseSettings(Path directory, Path programs, int port, String password) {
        this(directory, programs, port, password, null);
    }

    public DatabaseSettings secured(DatabaseSecurity by) {
        return new DatabaseSettings(directory, programs, port, password, by);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + directory + ", port " + port + "]";
    }
}
