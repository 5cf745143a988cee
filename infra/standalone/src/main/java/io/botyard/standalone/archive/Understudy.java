package io.botyard.standalone.archive;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs a main class that is not on the class path. What is loaded for it from the class path goes into the archive of
 * this process, and what is not does not: such an archive holds on while the project changes.
 */
final class Understudy {

    private Understudy() {}

    /** Where the main class and its kin are, its name, and what it is told. */
    public static void main(String[] arguments) throws ReflectiveOperationException, MalformedURLException {
        var entries = arguments[0].split(File.pathSeparator, -1);
        var urls = new URL[entries.length];
        for (var index = 0; index < entries.length; index++) {
            urls[index] = Path.of(entries[index]).toUri().toURL();
        }
        var kin = new URLClassLoader(urls, Understudy.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(kin);
        var main = kin.loadClass(arguments[1]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) Arrays.copyOfRange(arguments, 2, arguments.length));
    }
}
