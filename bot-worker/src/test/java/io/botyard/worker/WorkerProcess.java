package io.botyard.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A worker in a process of its own, to be killed, frozen and stopped. Each start is another process. */
public final class WorkerProcess {

    private static final long PATIENCE_SECONDS = 60;

    private final Class<?> main;
    private final Supplier<List<String>> arguments;
    private final Path log;
    private @Nullable Process process;

    /** @param arguments asked for at each start */
    public WorkerProcess(Class<?> main, Supplier<List<String>> arguments, Path log) {
        this.main = main;
        this.arguments = arguments;
        this.log = log;
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
                "-Djava.net.preferIPv4Stack=true",
                "-Djdk.httpclient.keepalive.timeout=5",
                "-cp",
                System.getProperty("java.class.path"),
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
            FileSystemUtils.deleteRecursively(directory);
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
            throw new IllegalStateException("this worker was never started");
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
