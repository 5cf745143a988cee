package io.botyard.standalone;

import java.nio.file.Path;

/** Starts Botyard on a new directory and any free ports, and stops it: what a start needs has been loaded then. */
final class OneStart {

    private OneStart() {}

    /** The directory. */
    public static void main(String[] arguments) {
        var directory = Path.of(arguments[0]);
        StandaloneMain.logInto(directory.resolve("logs"));
        Standalone.start(StandaloneSettings.in(directory.resolve("data"))).close();
        System.exit(0);
    }
}
