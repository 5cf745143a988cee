package io.botyard.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.botyard.embedded.FreePort;
import io.botyard.standalone.Door;
import io.botyard.standalone.StandaloneMain;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** All of Botyard in a process of its own, which can be started again on what it kept. */
final class StandaloneProcess {

    private static final Duration START = Duration.ofMinutes(4);
    private static final long STOP_SECONDS = 30;

    private final Path directory;
    private final Map<String, String> environment;
    private final List<Process> runs = new ArrayList<>();

    private StandaloneProcess(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** On ports that were free a moment ago; it has not started yet. */
    static StandaloneProcess in(Path directory) {
        return in(directory, Map.of());
    }

    /** The same with more settings. */
    static StandaloneProcess in(Path directory, Map<String, String> settings) {
        var environment = freePorts();
        environment.putAll(settings);
        return new StandaloneProcess(directory, environment);
    }

    URI gateway() {
        return door("GATEWAY");
    }

    URI sandbox() {
        return door("SANDBOX");
    }

    /** Returns once it says that it is ready. */
    void start() throws IOException {
        var log = log(runs.size());
        // A group of its own, as at a terminal, and without the deafness to Ctrl-C of what runs in the background.
        var builder = new ProcessBuilder(List.of(
                        "setsid",
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandaloneMain.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .put("BOTYARD_DATA_DIR", directory.resolve("botyard").toString());
        var process = builder.start();
        runs.add(process);
        await().atMost(START).until(() -> {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            return Files.readString(log).contains("ready in");
        });
    }

    void kill() throws InterruptedException {
        runs.getLast().destroyForcibly().waitFor();
    }

    /** Ctrl-C: every process of the group is told. Returns the exit code. */
    int interrupt() throws IOException, InterruptedException {
        var process = runs.getLast();
        new ProcessBuilder("sh", "-c", "kill -INT -" + process.pid()).start().waitFor();
        assertThat(process.waitFor(STOP_SECONDS, TimeUnit.SECONDS))
                .as(printed())
                .isTrue();
        return process.exitValue();
    }

    /** What the last run has printed. */
    String printed() throws IOException {
        return Files.readString(log(runs.size() - 1));
    }

    /** Everything that is in its database. */
    Rows rows() throws IOException {
        var url = Pattern.compile("jdbc:postgresql://\\S+").matcher(printed());
        assertThat(url.find()).isTrue();
        var passwords = Files.readAllLines(directory.resolve("botyard/database-passwords"));
        return Rows.all(url.group(), passwords.getFirst());
    }

    /** Whether PostgreSQL still works on the data. */
    boolean leavesADatabaseBehind() {
        return Files.exists(directory.resolve("botyard/postgresql/postmaster.pid"));
    }

    /** However the test ended. */
    void end() throws InterruptedException {
        for (var run : runs) {
            run.destroy();
            if (!run.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                run.destroyForcibly().waitFor();
            }
        }
    }

    /** Where a part listens, by the name that its port's setting has. */
    URI door(String name) {
        return URI.create("http://127.0.0.1:" + environment.get("BOTYARD_" + name + "_PORT"));
    }

    private Path log(int run) {
        return directory.resolve("run-" + run + ".log");
    }

    private static Map<String, String> freePorts() {
        var environment = new HashMap<String, String>();
        for (var door : Door.values()) {
            environment.put("BOTYARD_" + door + "_PORT", Integer.toString(FreePort.orAny("127.0.0.1", 0)));
        }
        return environment;
    }
}
