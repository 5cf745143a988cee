package io.botyard.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service, or a part, in a process of its own, to be killed, frozen and stopped. Each start is another process. */
public final class ServiceProcess {

    private static final long PATIENCE_SECONDS = 60;

    private final Class<?> main;
    private final Supplier<List<String>> arguments;
    private final Path log;
    private final String classPath;
    private @Nullable Process process;

    /** @param arguments asked for at each start */
    public ServiceProcess(Class<?> main, Supplier<List<String>> arguments, Path log) {
        this(main, arguments, log, System.getProperty("java.class.path"));
    }

    private ServiceProcess(Class<?> main, Supplier<List<String>> arguments, Path log, String classPath) {
        this.main = main;
        this.arguments = arguments;
        this.log = log;
        this.classPath = classPath;
    }

    /** The same without what tests add to its class path, such as how they log. */
    public ServiceProcess asInstalled() {
        var installed = List.of(classPath.split(File.pathSeparator)).stream()
                .filter(entry -> !entry.contains("testkit"))
                .collect(Collectors.joining(File.pathSeparator));
        return new ServiceProcess(main, arguments, log, installed);
    }

    public synchronized void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.net.preferIPv4Stack=true",
                "-Djdk.httpclient.keepalive.timeout=5",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(arguments.get());
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With -9. */
    public void kill() {
        awaitEnd(running().destroyForcibly());
    }

    /** As an operator does: it hands over and ends. */
    public void stop() {
        var ending = running();
        ending.destroy();
        awaitEnd(ending);
    }

    /** It does nothing more until {@link #thaw}, and nobody is told. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    /** Whether it has ended by itself. */
    public boolean ended() {
        return !running().isAlive();
    }

    /** Whether it is frozen, by whomever. */
    public boolean frozen() {
        try {
            var state =
                    Files.readString(Path.of("/proc", Long.toString(running().pid()), "stat"));
            return state.substring(state.lastIndexOf(')') + 2).startsWith("T");
        } catch (IOException gone) {
            return false;
        }
    }

    /** What it and those started before it said. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All its threads, virtual ones too, and where they are. */
    public String threads() {
        try {
            var directory = Files.createTempDirectory("threads");
            var dump = directory.resolve("dump");
            var asked = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(running().pid()),
                            "Thread.dump_to_file",
                            dump.toString())
                    .redirectErrorStream(true)
                    .start();
            awaitEnd(asked);
            var threads = Files.readString(dump);
            Files.delete(dump);
            Files.delete(directory);
            return threads;
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    /** Afterwards it does not run, whatever it was doing. */
    public synchronized void end() {
        if (process != null) {
            awaitEnd(process.destroyForcibly());
        }
    }

    private synchronized Process running() {
        if (process == null) {
            throw new IllegalStateException("it was never started");
        }
        return process;
    }

    private void signal(String name) {
        try {
            var sent = new ProcessBuilder(
                            "kill", "-" + name, Long.toString(running().pid()))
                    .start();
            awaitEnd(sent);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitEnd(Process ending) {
        try {
            if (!ending.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + ending.pid() + " does not end, see " + log);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
