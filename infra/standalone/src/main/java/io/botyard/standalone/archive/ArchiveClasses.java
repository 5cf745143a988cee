package io.botyard.standalone.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step of a build: leaves the options with which a start finds its classes, and for libraries that are new an archive of
 * them. Without one a start is slower, and nothing else.
 */
final class ArchiveClasses {

    private ArchiveClasses() {}

    /** The project, the directory for what is made, the file of the options that each start has, and its other options. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var directory = Files.createDirectories(Path.of(arguments[1]));
        var options = Path.of(arguments[2]);
        var classPath = ClassPath.ofThisProcess(Path.of(arguments[0]));
        var others = List.of(arguments).subList(3, arguments.length);
        var recording = new Recording(
                classPath,
                Stream.concat(Stream.of("@" + options), others.stream()).toList(),
                directory);
        var archive = directory.resolve("libraries.jsa");
        var made = isOf(archive, classPath, options) || record(recording, archive, classPath, options);
        var said = new ArrayList<String>();
        if (made) {
            said.add(quoted("-XX:SharedArchiveFile=" + archive));
        }
        said.add("-classpath");
        said.add(quoted(classPath.whole(recording.understudy())));
        Files.write(directory.resolve("classes.options"), said);
    }

    private static boolean record(Recording recording, Path archive, ClassPath classPath, Path options)
            throws IOException, InterruptedException {
        System.out.println(
                "Starting once to learn which classes a start needs; only new libraries need that again ...");
        Files.deleteIfExists(key(archive));
        var made = recording.make(archive);
        if (made) {
            Files.write(key(archive), keyOf(classPath, options));
        } else {
            System.out.println("That did not work, so starts are slower than they could be; see " + recording.log());
        }
        return made;
    }

    private static boolean isOf(Path archive, ClassPath classPath, Path options) throws IOException {
        return Files.exists(archive)
                && Files.exists(key(archive))
                && Files.readAllLines(key(archive)).equals(keyOf(classPath, options));
    }

    /** As a file of options wants what may have spaces in it. */
    private static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\") + '"';
    }

    private static Path key(Path archive) {
        return archive.resolveSibling("libraries.key");
    }

    /** What the JVM looks at before it believes an archive. */
    private static List<String> keyOf(ClassPath classPath, Path options) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(Runtime.version().toString());
        lines.addAll(Files.readAllLines(options));
        for (var library : classPath.libraries()) {
            lines.add(library + " " + Files.size(library) + " " + Files.getLastModifiedTime(library));
        }
        return lines;
    }
}
