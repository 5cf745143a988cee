package io.botyard.embedded;

import java.nio.file.Path;

/** PostgreSQL is unpacked once for all runs of these tests. */
public final class Programs {

    public static final Path DIRECTORY =
            Path.of(System.getProperty("java.io.tmpdir"), "botyard-" + System.getProperty("user.name"));

    private Programs() {}
}
