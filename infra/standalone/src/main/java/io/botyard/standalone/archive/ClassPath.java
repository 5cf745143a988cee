package io.botyard.standalone.archive;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a start is made of.
 *
 * @param libraries jars of others, which stay the same from build to build
 * @param modules what this project builds
 */
record ClassPath(List<Path> libraries, List<Path> modules) {

    /**
     * Of this process.
     *
     * @param project where everything is that it builds
     */
    static ClassPath ofThisProcess(Path project) {
        return of(System.getProperty("java.class.path"), project);
    }

    static ClassPath of(String entries, Path project) {
        var root = project.toAbsolutePath().normalize();
        var parts = Stream.of(entries.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .toList();
        return new ClassPath(
                parts.stream().filter(entry -> !entry.startsWith(root)).toList(),
                parts.stream().filter(entry -> entry.startsWith(root)).toList());
    }

    /** What an archive is made with: it holds for every class path that begins like this. */
    String recorded(Path understudy) {
        return joined(Stream.concat(libraries.stream(), Stream.of(understudy)));
    }

    /** What a start runs with. */
    String whole(Path understudy) {
        return recorded(understudy) + File.pathSeparator + joined(modules.stream());
    }

    static String joined(Stream<Path> entries) {
        return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
