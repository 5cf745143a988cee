package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In memory secrets are in clear: what Botyard is started with leaves none of it in a file and lets nobody look into it. */
class StartOptionsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path OPTIONS = ROOT.resolve("infra/standalone/jvm.options");
    private static final Pattern FLAG = Pattern.compile("^\\s*\\w+\\s+(\\w+)\\s*=\\s*(.*?)\\s*\\{[^}]*}.*$");

    /** Heap dumps, cores and recordings, and doors for debuggers, agents and JMX. */
    private static final Pattern OPENS_MEMORY =
            Pattern.compile("HeapDump|FlightRec|CrashOnOutOfMemory|OnOutOfMemoryError"
                    + "|\\+CreateCoredump|jmxremote|-agentlib|-agentpath|jdwp|jcmd|gcore|ulimit -c");

    private static final Set<String> NOT_SHIPPED = Set.of("target", "node_modules", ".git", "test", "docs");

    @TempDir
    private Path directory;

    @Test
    void aJvmThatIsStartedAsOursRunsOutOfMemoryOrCrashesWithoutLeavingItBehind() throws Exception {
        assertThat(flags(OPTIONS))
                .containsAllEntriesOf(Map.of(
                        "HeapDumpOnOutOfMemoryError", "false",
                        "HeapDumpBeforeFullGC", "false",
                        "HeapDumpAfterFullGC", "false",
                        "CrashOnOutOfMemoryError", "false",
                        "OnOutOfMemoryError", "",
                        "CreateCoredumpOnCrash", "false",
                        "FlightRecorder", "false",
                        "StartFlightRecording", ""));
    }

    /** The way of looking at it sees what is there. */
    @Test
    void aJvmThatIsToldToLeaveItBehindIsSeen() throws Exception {
        var loud = Files.writeString(directory.resolve("loud.options"), "-XX:+HeapDumpOnOutOfMemoryError\n");
        assertThat(flags(loud))
                .containsEntry("HeapDumpOnOutOfMemoryError", "true")
                .containsEntry("CreateCoredumpOnCrash", "true");
    }

    @Test
    void nothingThatStartsOneSaysOtherwise() throws IOException {
        var starting = starting();
        assertThat(starting)
                .contains(
                        OPTIONS,
                        ROOT.resolve("infra/standalone/pom.xml"),
                        ROOT.resolve("pom.xml"),
                        ROOT.resolve(".ci/run"));
        for (var file : starting) {
            assertThat(Files.readString(file)
                            .lines()
                            .filter(line -> OPENS_MEMORY.matcher(line).find()))
                    .as(file.toString())
                    .allMatch(line -> line.startsWith("#"));
        }
    }

    /** Maven's own, scripts, images, charts and whatever else carries options of a JVM. */
    private static List<Path> starting() throws IOException {
        var starting = new ArrayList<Path>();
        try (var entries = Files.list(ROOT)) {
            for (var entry : entries.toList()) {
                starting.addAll(below(entry));
            }
        }
        return starting;
    }

    private static List<Path> below(Path entry) throws IOException {
        if (NOT_SHIPPED.contains(entry.getFileName().toString())) {
            return List.of();
        }
        if (!Files.isDirectory(entry)) {
            return mayStart(entry) ? List.of(entry) : List.of();
        }
        var found = new ArrayList<Path>();
        try (Stream<Path> entries = Files.list(entry)) {
            for (var inside : entries.toList()) {
                found.addAll(below(inside));
            }
        }
        return found;
    }

    private static boolean mayStart(Path file) {
        var path = ROOT.relativize(file).toString();
        return path.startsWith(".mvn/")
                || path.startsWith(".ci/")
                || path.matches(".*(\\.(options|sh|xml|ya?ml|tpl|env|properties|service|conf)|Dockerfile[^/]*)");
    }

    private Map<String, String> flags(Path options) throws IOException, InterruptedException {
        var printed = directory.resolve("flags");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + options,
                        "-XX:+PrintFlagsFinal",
                        "-version")
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS").forEach(builder.environment()::remove);
        var java = builder.start();
        try {
            assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            java.destroyForcibly();
        }
        assertThat(java.exitValue()).isZero();
        var flags = new TreeMap<String, String>();
        Files.readString(printed)
                .lines()
                .map(FLAG::matcher)
                .filter(flag -> flag.matches())
                .forEach(flag -> flags.put(flag.group(1), flag.group(2)));
        return flags;
    }
}
