package io.botyard.embedded.postgres;

import java.nio.file.Path;

/** Unpacks PostgreSQL's programs as a step of a build, so that the first start on them has nothing left to unpack. */
final class UnpackPrograms {

    private UnpackPrograms() {}

    /** Into the directory named by the one argument; what is there already stays. */
    public static void main(String[] arguments) {
        var _ = PostgresPrograms.in(Path.of(arguments[0]));
    }
}
