package io.botyard.standalone.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.springframework.util.FileSystemUtils;

/** Starts Botyard once in a process of its own, which leaves an archive of the classes that it took from libraries. */
final class Recording {

    private static final String MAIN = "io.botyard.standalone.OneStart";
    private static final long LONGEST_SECONDS = 180;

    private final ClassPath classPath;
    private final List<String> jvmOptions;
    private final Path directory;

    /**
     * Prepares it.
     *
     * @param jvmOptions as of the starts that are to profit
     * @param directory where the archive and everything else is left
     */
    Recording(ClassPath classPath, List<String> jvmOptions, Path directory) {
        this.classPath = classPath;
        this.jvmOptions = List.copyOf(jvmOptions);
        this.directory = directory;
    }

    /** Whether it came to its end; what it said is in {@link #log()}. */
    boolean make(Path archive) throws IOException, InterruptedException {
        jar(understudy());
        var draft = archive.resolveSibling(archive.getFileName() + ".draft");
        var stage = Files.createTempDirectory(directory, "start");
        try {
            var made = run(draft, stage);
            if (made) {
                Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
            }
            return made;
        } finally {
            var _ = FileSystemUtils.deleteRecursively(stage);
        }
    }

    /** Holds what leads from the libraries to the project; as old as the archive, or that would not hold. */
    Path understudy() {
        return directory.resolve("understudy.jar");
    }

    Path log() {
        return directory.resolve("recording.log");
    }

    private boolean run(Path draft, Path stage) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-XX:ArchiveClassesAtExit=" + draft);
        command.addAll(List.of("-classpath", classPath.recorded(understudy()), Understudy.class.getName()));
        command.addAll(List.of(ClassPath.joined(classPath.modules().stream()), MAIN, stage.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        // It is nobody's start: what is wished for those is not meant for it.
        builder.environment().keySet().removeIf(name -> name.startsWith("BOTYARD_"));
        var process = builder.start();
        try {
            return process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)
                    && process.exitValue() == 0
                    && Files.exists(draft);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void jar(Path file) throws IOException {
        var name = Understudy.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(file));
                var bytes = Understudy.class.getResourceAsStream("Understudy.class")) {
            jar.putNextEntry(new JarEntry(name));
            bytes.transferTo(jar);
        }
    }
}
