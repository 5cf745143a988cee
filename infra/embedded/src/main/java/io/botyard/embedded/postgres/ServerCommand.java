package io.botyard.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How PostgreSQL's programs are called: it refuses to run as root, and must not outlive us. */
final class ServerCommand {

    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private ServerCommand() {}

    /** In a user namespace of its own root is nobody, which is all that PostgreSQL asks. */
    static List<String> of(List<String> program) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of(UNSHARE.toString(), "--user"));
        }
        command.addAll(program);
        return command;
    }

    /**
     * As {@link #of}, and told to shut down when the thread that starts it is gone, even by {@code kill -9}, but not by a
     * Ctrl-C at the terminal: whoever uses the server stops first.
     */
    static List<String> boundToThisThread(List<String> program) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        if (Files.isExecutable(SETPRIV)) {
            command.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "INT"));
        }
        command.addAll(program);
        return of(command);
    }

    /** Runs a program to its end and returns what it printed. */
    static String run(List<String> program) {
        try {
            var process =
                    new ProcessBuilder(of(program)).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Path.of(program.getFirst()).getFileName() + " failed: " + printed);
            }
            return printed;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot run " + program.getFirst(), failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while " + program.getFirst() + " ran", stop);
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException unknown) {
            throw new UncheckedIOException("cannot tell who this process runs as", unknown);
        }
    }
}
