package io.botyard.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that a killed process left behind on a directory. It is believed to be one only if it really is PostgreSQL at
 * work in that directory: a process number in a file may long belong to somebody else.
 */
final class LeftoverServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);

    private static final long PATIENCE_SECONDS = 20;

    private final Path directory;
    private final PostgresPrograms programs;

    LeftoverServer(Path directory, PostgresPrograms programs) {
        this.directory = directory;
        this.programs = programs;
    }

    /** Afterwards no server works on the directory, and none is said to. The caller holds the directory's lock. */
    void end() {
        var pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            var server = named(pidFile).filter(this::worksHere);
            if (server.isPresent()) {
                stop(server.get());
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot clear " + pidFile, failure);
        }
    }

    private static Optional<ProcessHandle> named(Path pidFile) throws IOException {
        var first = Files.readAllLines(pidFile).stream().findFirst().orElse("");
        return first.matches("[0-9]{1,10}") ? ProcessHandle.of(Long.parseLong(first)) : Optional.empty();
    }

    private boolean worksHere(ProcessHandle process) {
        var facts = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readSymbolicLink(facts.resolve("exe"))
                            .getFileName()
                            .toString()
                            .startsWith("postgres")
                    && Files.isSameFile(Files.readSymbolicLink(facts.resolve("cwd")), directory);
        } catch (IOException goneOrSomebodyElses) {
            return false;
        }
    }

    private void stop(ProcessHandle server) {
        LOG.atInfo().addKeyValue("pid", server.pid()).log("stopping a PostgreSQL that was left behind");
        var _ = ServerCommand.run(List.of(programs.path("pg_ctl"), "kill", "INT", Long.toString(server.pid())));
        try {
            var _ = server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            throw new IllegalStateException(
                    "a PostgreSQL (pid " + server.pid() + ") still works on " + directory + " and does not stop",
                    stuck);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a PostgreSQL to end", stop);
        }
    }
}
