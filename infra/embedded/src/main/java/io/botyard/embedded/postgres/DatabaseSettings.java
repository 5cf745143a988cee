package io.botyard.embedded.postgres;

import java.nio.file.Path;

/**
 * Where a server keeps its rows and listens, on the loopback only.
 *
 * @param directory made and initialised when it is new
 * @param programs where PostgreSQL itself is unpacked to; may be shared
 * @param port {@code 0} for any; the one found then stays for restarts
 * @param password of the superuser {@code postgres}; it must be the one the directory was made with
 */
public record DatabaseSettings(Path directory, Path programs, int port, String password) {

    @Override
    public String toString() {
        return "DatabaseSettings[" + directory + ", port " + port + "]";
    }
}
