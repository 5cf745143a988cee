package io.botyard.bench.measure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process, its output in a file. */
public final class Program {

    /** Nothing of this machine's own. */
    static final Map<String, String> QUIET = Map.of("LC_ALL", "C", "NODE_ENV", "production");

    private static final int PATIENCE = 600;
    private static final long BETWEEN_MILLIS = 100;

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    public static Program start(List<String> command, Path log) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(QUIET);
        return new Program(builder.start(), log);
    }

    /** Runs to its end. */
    public static void run(List<String> command, Path log) throws IOException, InterruptedException {
        if (start(command, log).process.waitFor() != 0) {
            throw new IllegalStateException(command.getFirst() + " failed: " + Files.readString(log));
        }
    }

    /** A main class of this class path, on this JDK with a deployment's settings. */
    public static List<String> java(Class<?> main, List<String> arguments) {
        return java("512m", main, arguments);
    }

    /** The same with another heap, such as {@code 1g}. */
    public static List<String> java(String heap, Class<?> main, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return command;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public void awaitPort(int port) throws IOException, InterruptedException {
        for (var i = 0; i < PATIENCE; i++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
                return;
            } catch (IOException notYet) {
                if (process.waitFor(BETWEEN_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IllegalStateException("does not listen: " + Files.readString(log));
    }

    /** Politely first. */
    public void end() {
        process.destroy();
        if (!process.toHandle()
                .onExit()
                .completeOnTimeout(process.toHandle(), 10, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            return;
        }
        var _ = process.destroyForcibly();
    }
}
