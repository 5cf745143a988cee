package io.botyard.standalone.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.botyard.standalone.StandaloneMain;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive is made once, and used by every start after it. */
@Tag("faults")
class ArchiveClassesTest {

    private static final Path PROJECT = Path.of("../..");
    private static final Path OPTIONS = Path.of("jvm.options").toAbsolutePath();

    @Test
    void startsTakeTheirLibrariesFromItAndANextBuildLeavesItAsItIs(@TempDir Path directory) throws Exception {
        var made = directory.resolve("with a space");
        ArchiveClasses.main(new String[] {PROJECT.toString(), made.toString(), OPTIONS.toString()});
        var archive = made.resolve("libraries.jsa");
        var age = Files.getLastModifiedTime(archive);
        ArchiveClasses.main(new String[] {PROJECT.toString(), made.toString(), OPTIONS.toString()});
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(age);
        assertThat(loadedByAStart(made.resolve("classes.options"), directory))
                .containsPattern("ch\\.qos\\.logback\\.\\S+ source: shared objects file \\(top\\)")
                .containsPattern("io\\.botyard\\.standalone\\.\\S+ source: file:");
        try (var left = Files.list(made)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder(
                            "libraries.jsa", "libraries.key", "understudy.jar", "classes.options", "recording.log");
        }
    }

    @Test
    void withoutAnArchiveThereIsAStartAllTheSame(@TempDir Path directory) throws Exception {
        var wrong = Files.writeString(directory.resolve("jvm.options"), "-Xmx8m\n");
        ArchiveClasses.main(new String[] {PROJECT.toString(), directory.toString(), wrong.toString()});
        assertThat(Files.readAllLines(directory.resolve("classes.options"))).noneMatch(line -> line.contains(".jsa"));
        assertThat(loadedByAStart(directory.resolve("classes.options"), directory))
                .containsPattern("ch\\.qos\\.logback\\.\\S+ source: file:");
    }

    /** A start that gets as far as a taken port. */
    private static String loadedByAStart(Path classes, Path directory) throws IOException, InterruptedException {
        var loaded = directory.resolve("loaded.log");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "@" + OPTIONS,
                            "@" + classes,
                            "-Xlog:class+load:file=" + loaded,
                            StandaloneMain.class.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(new File("/dev/null"));
            builder.environment()
                    .put("BOTYARD_DATA_DIR", directory.resolve("data").toString());
            builder.environment().put("BOTYARD_GATEWAY_PORT", Integer.toString(taken.getLocalPort()));
            var start = builder.start();
            try {
                assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(start.exitValue()).as("it is refused its port").isEqualTo(2);
            } finally {
                start.destroyForcibly();
            }
        }
        return Files.readString(loaded);
    }
}
